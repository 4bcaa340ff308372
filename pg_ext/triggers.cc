// The trigger functions: the guard of the stores, and the event triggers.

#include "common/diagnostic.h"
#include "pg_ext/events.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/change.h"
#include "pg_ext/maintenance.h"

extern "C" {
#include "commands/event_trigger.h"
#include "commands/trigger.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

Datum GuardStore(FunctionCallInfo fcinfo) {
  if (!CALLED_AS_TRIGGER(fcinfo)) {
    throw Error(ErrorKind::kWrongState, "guard_store can only be called as a trigger");
  }
  auto* data = reinterpret_cast<TriggerData*>(fcinfo->context);
  Oid store = RelationGetRelid(data->tg_relation);
  if (!MaintainingStore::Now(store)) {
    throw Error(ErrorKind::kWrongState,
                "cannot change store " + Quoted(NameOf(store).Display()) + " directly",
                "It holds the rows of a view, and only a refresh of the view changes them.",
                "Change the tables that the view reads, and call vieworm_refresh.");
  }
  return Datum{0};
}

Datum Maintain(FunctionCallInfo fcinfo) {
  auto* data = reinterpret_cast<TriggerData*>(fcinfo->context);
  if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_FOR_STATEMENT(data->tg_event)) {
    throw Error(ErrorKind::kWrongState, "maintain can only be called as a trigger",
                "It follows a statement: FOR EACH STATEMENT.");
  }
  FollowChange(data);
  return Datum{0};
}

EventTriggerData* EventData(FunctionCallInfo fcinfo) {
  if (!CALLED_AS_EVENT_TRIGGER(fcinfo)) {
    throw Error(ErrorKind::kWrongState, "the function can only be called as an event trigger");
  }
  return reinterpret_cast<EventTriggerData*>(fcinfo->context);
}

}  // namespace

}  // namespace vieworm

extern "C" {

PG_FUNCTION_INFO_V1(vieworm_guard_store);
PG_FUNCTION_INFO_V1(vieworm_maintain);
PG_FUNCTION_INFO_V1(vieworm_after_drop);
PG_FUNCTION_INFO_V1(vieworm_after_alter);
PG_FUNCTION_INFO_V1(vieworm_before_alter_table);
PG_FUNCTION_INFO_V1(vieworm_before_drop_extension);

Datum vieworm_guard_store(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::GuardStore(fcinfo); });
}

Datum vieworm_maintain(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::Maintain(fcinfo); });
}

Datum vieworm_after_drop(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] {
    vieworm::EventData(fcinfo);
    vieworm::AfterDrop();
    return Datum{0};
  });
}

Datum vieworm_after_alter(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] {
    vieworm::AfterAlter(vieworm::EventData(fcinfo)->parsetree);
    return Datum{0};
  });
}

Datum vieworm_before_alter_table(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] {
    vieworm::BeforeAlterTable(vieworm::EventData(fcinfo)->parsetree);
    return Datum{0};
  });
}

Datum vieworm_before_drop_extension(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] {
    vieworm::BeforeDropExtension(vieworm::EventData(fcinfo)->parsetree);
    return Datum{0};
  });
}

}  // extern "C"
