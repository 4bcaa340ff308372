#include "tests/both_engines/script.h"

namespace vieworm::both_engines {

namespace {

std::string Comment(const std::string& heading, std::string text) {
  constexpr size_t kLongest = 400;
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  if (text.size() > kLongest) text = text.substr(0, kLongest) + " ...";
  return "-- " + heading + ": " + text + "\n";
}

}  // namespace

std::string Script(const differential::Case& test, const RunReport& report, const Engine& engine) {
  const Finding& finding = *report.finding;
  std::string text = Comment(finding.place.empty() ? KindText(finding.kind)
                                                   : KindText(finding.kind) + ", " + finding.place,
                             "from --replay " + std::to_string(test.seed)) +
                     Comment("expected", finding.expected) + Comment("got", finding.got) +
                     engine.ScriptHead();
  for (const std::string& sql : report.script) text += sql + ";\n";
  for (const differential::ViewCase& view : test.views) {
    text += "-- " + view.name + ": the definition, then the view\n" + view.definition.Text() +
            ";\nSELECT * FROM " + view.name + ";\n";
  }
  return text;
}

}  // namespace vieworm::both_engines
