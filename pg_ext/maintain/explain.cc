#include "pg_ext/maintain/explain.h"

#include "common/diagnostic.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/maintain/missing_indexes.h"
#include "pg_ext/maintain/plan.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

constexpr char kPrograms[] =
    "SELECT p.source::pg_catalog.oid, p.event, p.program FROM vieworm.programs AS p "
    "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
    "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.<>) p.store::pg_catalog.oid "
    "ORDER BY p.source::pg_catalog.oid, p.event";

std::string Indented(const std::string& text) {
  std::string indented = "  ";
  for (char c : text) {
    indented += c;
    if (c == '\n') indented += "  ";
  }
  return indented;
}

std::string Locks(const std::string& locks) {
  if (locks == "none") return "";
  return std::string("\nbehind a lock that keeps ") +
         (locks == "all" ? "all writers of the view's sources"
                         : "writers of the view's other sources") +
         " out until the transaction ends";
}

std::string Statements(const std::vector<std::string>& apply,
                       const std::vector<std::string>& finish) {
  std::string text;
  for (const std::string& sql : apply) text += "\n" + Indented(sql);
  if (!finish.empty()) text += "\nfor the groups at $1 that are left unfinished:";
  for (const std::string& sql : finish) text += "\n" + Indented(sql);
  return text;
}

std::string Step(const Row& row) {
  Json program = Json::parse(row[2].value());
  Oid source = static_cast<Oid>(std::stoul(row[0].value()));
  std::string text = "After " + row[1].value() + " on " + NameOf(source).Display();
  if (!program.at("columns").empty()) {
    std::string columns;
    for (const Json& column : program.at("columns")) {
      columns += (columns.empty() ? "" : ", ") + column.get<std::string>();
    }
    text += ", unless it leaves alone " + columns;
  }
  text += Locks(program.at("locks").get<std::string>()) + ":";
  return text + Statements(program.at("apply").get<std::vector<std::string>>(),
                           program.at("finish").get<std::vector<std::string>>());
}

std::string Heading(const RegisteredView& view) {
  std::string name = "View " + Quoted(view.name.Display());
  if (view.storage == Storage::kView) return name + " is a plain view: nothing is stored.";
  if (!view.IsMaintained()) return name + " is refreshed in full: " + view.reason + ".";
  if (view.paused) return name + " is paused: it has no triggers until vieworm_resume.";
  return name +
         " is maintained by statement. A writer waits for another one where both change the same "
         "group or the same row, and where a lock below says so; nobody locks the view.";
}

}  // namespace

std::vector<std::string> Explain(const RegisteredView& view) {
  CheckActsAsOwner(view.view);
  std::vector<std::string> steps = {Heading(view)};
  if (!view.IsMaintained()) return steps;
  std::vector<std::string> missing = MissingIndexes(PlanAgain(view).wanted_indexes);
  ActingAsExtension as_extension;
  for (const Row& row : RunSql(kPrograms, {std::to_string(view.store)}).rows) {
    steps.push_back(Step(row));
  }
  if (std::optional<TogetherProgram> together = LoadTogetherProgram(view.store)) {
    steps.push_back("After the last of statements that overlap, where one has set off another:" +
                    Statements(together->apply, together->finish));
  }
  if (view.IsWindow()) {
    steps.push_back("Where vieworm_refresh moves the window:\n" +
                    Indented(LoadWindowMove(view.store)) + "\nand the rows that differ from " +
                    view.state_name.Display() + " leave or enter.");
  }
  steps.insert(steps.end(), missing.begin(), missing.end());
  return steps;
}

}  // namespace vieworm
