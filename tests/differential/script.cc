#include "tests/differential/script.h"

namespace vieworm::differential {

namespace {

constexpr char kFile[] = "/tmp/vieworm-case.db";

std::string OnOneLine(std::string text) {
  constexpr size_t kLongest = 400;
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text.size() <= kLongest ? text : text.substr(0, kLongest) + " ...";
}

std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

std::string Pragmas(const Settings& settings) {
  return std::string("PRAGMA recursive_triggers = ") +
         (settings.recursive_triggers ? "ON" : "OFF") +
         "; PRAGMA foreign_keys = " + (settings.foreign_keys ? "ON" : "OFF") + ";\n";
}

std::string Heading(const Case& test, const Finding& finding) {
  std::string what = KindText(finding.kind) + (finding.view.empty() ? "" : " in " + finding.view);
  return "-- expected: " + OnOneLine(finding.expected) + "\n-- got: " + OnOneLine(finding.got) +
         "   (" + what + ")\n-- shrunk from --replay " + std::to_string(test.seed) + "\n";
}

std::string CreateView(const ViewCase& view) {
  return "SELECT vieworm_create(" + Quoted(view.name) + ", " + Quoted(view.definition.Text()) +
         ", '{\"refresh\":{\"on\":\"statement\"}}');\n";
}

std::string Comparison(const ViewCase& view) {
  return ".print " + view.name + ": the definition, then the view\n" + view.definition.Text() +
         ";\n.print --\nSELECT * FROM " + view.name + ";\n";
}

}  // namespace

std::string Script(const Case& test, const Settings& settings, const Finding& finding) {
  std::string text = Heading(test, finding);
  if (test.plain) text += ".open --new " + std::string(kFile) + "\n";
  text += ".load build/vieworm\n.mode quote\n" + Pragmas(settings);
  for (const Sql& sql : test.schema) text += sql.Text() + ";\n";
  for (const Sql& sql : test.data) text += sql.Text() + ";\n";
  for (const ViewCase& view : test.views) text += CreateView(view);
  if (test.plain) {
    text += "-- from here on without vieworm\n.open " + std::string(kFile) +
            "\nPRAGMA trusted_schema = OFF;\n" + Pragmas(settings);
  }
  for (const Sql& sql : test.statements) text += sql.Text() + ";\n";
  for (const ViewCase& view : test.views) {
    if (finding.view.empty() || view.name == finding.view) text += Comparison(view);
  }
  return text;
}

}  // namespace vieworm::differential
