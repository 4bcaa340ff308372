// The trigger functions: on stores, sources and the registry, and the event triggers.

#include "common/diagnostic.h"
#include "common/names.h"
#include "pg_ext/events.h"
#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/change.h"
#include "pg_ext/maintenance.h"
#include "pg_ext/registry.h"
#include "pg_ext/restored.h"

extern "C" {
#include "commands/event_trigger.h"
#include "commands/trigger.h"
#include "utils/rel.h"
}

namespace vieworm {

namespace {

// A dump is restored into a store of vieworm's that is not registered yet, or whose view is stale.
bool MayBeRestored(Oid store) {
  std::optional<RegisteredView> view = FindByStore(store);
  if (!view) view = FindByWindow(store);
  return view ? view->stale_reason.has_value() : NameOf(store).schema == names::kSchema;
}

Datum GuardStore(FunctionCallInfo fcinfo) {
  if (!CALLED_AS_TRIGGER(fcinfo)) {
    throw Error(ErrorKind::kWrongState, "guard_store can only be called as a trigger");
  }
  auto* data = reinterpret_cast<TriggerData*>(fcinfo->context);
  Oid store = RelationGetRelid(data->tg_relation);
  if (!MaintainingStore::Now(store) && !MayBeRestored(store)) {
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

Datum AfterRestore(FunctionCallInfo fcinfo) {
  auto* data = reinterpret_cast<TriggerData*>(fcinfo->context);
  if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_BEFORE(data->tg_event) ||
      !TRIGGER_FIRED_FOR_ROW(data->tg_event) || !TRIGGER_FIRED_BY_INSERT(data->tg_event) ||
      RelationGetRelid(data->tg_relation) != RelationId({names::kSchema, names::kRegistry})) {
    throw Error(ErrorKind::kWrongState,
                "mark_restored can only be called as the registry's trigger");
  }
  return PointerGetDatum(MarkRestored(data));
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
PG_FUNCTION_INFO_V1(vieworm_mark_restored);
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

Datum vieworm_mark_restored(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::AfterRestore(fcinfo); });
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
