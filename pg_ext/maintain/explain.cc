#include "pg_ext/maintain/explain.h"

#include "common/ddl/window_postgres.h"
#include "common/diagnostic.h"
#include "pg_ext/creation.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/missing_indexes.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/maintain/programs.h"

namespace vieworm {

namespace {

std::string Indented(const std::string& text) {
  std::string indented = "  ";
  for (char c : text) {
    indented += c;
    if (c == '\n') indented += "  ";
  }
  return indented;
}

std::string Behind(WriterLocks locks) {
  if (locks == WriterLocks::kNone) return "";
  return std::string("\nbehind a lock that keeps ") +
         (locks == WriterLocks::kAll ? "all writers of the view's sources"
                                     : "writers of the view's other sources") +
         " out until the transaction ends";
}

std::string Statements(const std::vector<std::string>& apply) {
  std::string text;
  for (const std::string& sql : apply) text += "\n" + Indented(sql);
  return text;
}

std::string Finish(const std::vector<std::string>& finish) {
  if (finish.empty()) return "";
  return "\nfor the groups at $1 that are left unfinished:" + Statements(finish);
}

std::string Listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
  return list;
}

// "$1, $2: new k, v; $3, $4: old k, v"
std::string Parameters(const OneRowProgram& one_row, ChangeEvent event) {
  std::string text;
  for (bool is_old : {false, true}) {
    if (is_old ? !TakesAway(event) : !Adds(event)) continue;
    std::vector<std::string> numbers;
    for (const std::string& column : one_row.columns) {
      numbers.push_back(ParameterOf(one_row.columns, column, is_old, event));
    }
    if (!text.empty()) text += "; ";
    text += Listed(numbers) + (is_old ? ": old " : ": new ") + Listed(one_row.columns);
  }
  return one_row.columns.empty() ? "" : " (" + text + ")";
}

std::string AloneStep(const ChangeProgram& program) {
  if (program.alone.empty()) return "";
  return "\nin place of that, where no other statement changes a source of the view meanwhile:" +
         Statements(program.alone);
}

std::string OneRowStep(const ChangeProgram& program) {
  if (!program.one_row) return "";
  const OneRowProgram& one_row = *program.one_row;
  std::string text = "\nin place of that, where it is one row";
  if (program.event == ChangeEvent::kUpdate && !one_row.same.empty()) {
    text += " that keeps " + Listed(one_row.same);
  }
  text += one_row.apply.empty() ? ": nothing" : Parameters(one_row, program.event) + ":";
  text += Statements(one_row.apply);
  if (one_row.moves.empty()) return text;
  text += "\nin place of that, where it is one row that goes to another group by " +
          Listed(one_row.order) + Parameters(one_row, program.event) + ", the lesser group first:";
  return text + Statements(one_row.moves);
}

std::string Step(const ChangeProgram& program) {
  std::string text =
      std::string("After ") + Word(program.event) + " on " + program.source.Display();
  for (size_t i = 0; i < program.columns.size(); ++i) {
    text += (i == 0 ? ", unless it leaves alone " : ", ") + program.columns[i];
  }
  text += Behind(program.locks) + ":";
  return text + Statements(program.apply) + AloneStep(program) + OneRowStep(program) +
         Finish(program.finish);
}

// What runs, of a view that exists or is to be.
struct Procedure {
  std::vector<ChangeProgram> programs;
  std::optional<TogetherProgram> together;
  std::string move_window;  // empty where there is none
  RelationName state;
  std::vector<WantedIndex> wanted_indexes;
};

void AddSteps(const Procedure& procedure, std::vector<std::string>* steps) {
  for (const ChangeProgram& program : procedure.programs) steps->push_back(Step(program));
  if (procedure.together) {
    steps->push_back("After the last of statements that overlap, where one has set off another:" +
                     Statements(procedure.together->apply) + Finish(procedure.together->finish));
  }
  if (!procedure.move_window.empty()) {
    steps->push_back("Where vieworm_refresh moves the window:\n" + Indented(procedure.move_window) +
                     "\nand the rows that differ from " + procedure.state.Display() +
                     " leave or enter.");
  }
  for (std::string& missing : MissingIndexes(procedure.wanted_indexes)) {
    steps->push_back(std::move(missing));
  }
}

constexpr char kNobodyLocks[] =
    " maintained by statement. A writer waits for another one where both change the same group or "
    "the same row, and where a lock below says so; nobody locks the view.";

std::string Heading(const RegisteredView& view) {
  std::string name = "View " + Quoted(view.name.Display());
  if (view.storage == Storage::kView) return name + " is a plain view: nothing is stored.";
  if (!view.IsMaintained()) return name + " is refreshed in full: " + view.reason + ".";
  if (view.stale_reason) {
    return name + " is stale, and not maintained until vieworm_repair: " + *view.stale_reason + ".";
  }
  if (view.paused) return name + " is paused: it has no triggers until vieworm_resume.";
  return name + " is" + kNobodyLocks;
}

std::string Heading(const Creation& creation) {
  std::string name = "View " + Quoted(creation.plan.view.Display());
  if (creation.plan.storage == Storage::kView) {
    return name + " would be a plain view: nothing would be stored.";
  }
  if (!creation.maintenance) {
    return name + " would be refreshed in full: " + creation.plan.reason + ".";
  }
  return name + " would be" + kNobodyLocks;
}

}  // namespace

std::vector<std::string> Explain(const RegisteredView& view) {
  CheckActsAsOwner(view.view);
  std::vector<std::string> steps = {Heading(view)};
  if (!view.IsMaintained() || view.stale_reason) return steps;
  Procedure procedure;
  procedure.programs = LoadPrograms(view.store);
  procedure.together = LoadTogetherProgram(view.store);
  if (view.IsWindow()) procedure.move_window = LoadWindowMove(view.store);
  procedure.state = view.state_name;
  procedure.wanted_indexes = PlanAgain(view).wanted_indexes;
  AddSteps(procedure, &steps);
  return steps;
}

// It does not matter whether there is such a view already.
std::vector<std::string> ExplainSpec(Json spec) {
  if (spec.is_object()) {
    spec.erase("if_not_exists");
    spec["or_replace"] = true;
  }
  Creation creation = DecideCreation(spec, false);
  std::vector<std::string> steps = {Heading(creation)};
  if (!creation.maintenance) return steps;
  PostgresMaintenance& maintenance = *creation.maintenance;
  Procedure procedure;
  procedure.programs = std::move(maintenance.programs);
  procedure.together = std::move(maintenance.together);
  if (!maintenance.window.bounds.empty()) {
    procedure.move_window = MoveWindowInPostgres(maintenance.window);
  }
  procedure.state = creation.plan.state;
  procedure.wanted_indexes = std::move(maintenance.wanted_indexes);
  AddSteps(procedure, &steps);
  return steps;
}

}  // namespace vieworm
