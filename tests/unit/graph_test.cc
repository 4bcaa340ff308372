#include "common/graph/graph.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "common/diagnostic.h"
#include "common/graph/graph_writer.h"
#include "common/graph/label.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

// A graph of nodes that are called by their ids; edges are "reader<source".
Graph MakeGraph(const std::vector<std::string>& ids, const std::vector<std::string>& edges) {
  Graph graph;
  for (const std::string& id : ids) graph.nodes.push_back({id, id, NodeKind::kSimple});
  for (const std::string& edge : edges) {
    size_t at = edge.find('<');
    graph.edges.push_back({edge.substr(0, at), edge.substr(at + 1)});
  }
  return graph;
}

std::string Order(const Graph& graph) {
  std::string order;
  for (size_t position : TopologicalOrder(graph)) order += graph.nodes[position].id;
  return order;
}

Diagnostic Refusal(const Graph& graph) {
  try {
    TopologicalOrder(graph);
  } catch (const Error& error) {
    return error.diagnostic();
  }
  FAIL("was accepted");
  return {};
}

Graph Leaderboard() {
  Graph graph;
  graph.nodes = {{"1", "users", NodeKind::kSource},
                 {"2", "public.leaderboard", NodeKind::kMaterialized},
                 {"3", "top ten", NodeKind::kSimple},
                 {"4", "totals", NodeKind::kTable}};
  graph.edges = {{"2", "1"}, {"3", "2"}, {"4", "2"}};
  return graph;
}

// One node with that label, of each kind of drawing, and an edge.
Graph Hostile(const std::string& label) {
  Graph graph;
  graph.nodes = {{"1", label, NodeKind::kSource}, {"2", label, NodeKind::kTable}};
  graph.edges = {{"2", "1"}};
  return graph;
}

const std::vector<std::string>& HostileNames() {
  static const std::vector<std::string> names = {
      R"x("]; click n0 "javascript:alert(1)")x",
      "a\"]\n  n9 --> n0[\"b",
      "\")]\nn9[(\"",
      R"(\)",
      R"(\")",
      R"(\\")",
      R"(a\Nb\l)",
      "]; n9 -> n0; [",
      "}\ndigraph other {",
      "%%{init: {\"theme\": \"dark\"}}%%",
      "%% comment",
      "`markdown`",
      "<script>alert(1)</script><br/>",
      "#quot; #35; &quot; &amp;",
      "style x:#fff;",
      "end",
      "---",
      "subgraph",
      "tab\tand\nline\r\n",
      std::string("nul\0byte", 8),
      "\x1b[31mred",
      "na\xc3\xafve \xe6\xbc\xa2\xe5\xad\x97 \xf0\x9f\x90\x9b",
      "broken \xff \xc3 \xed\xa0\x80 \xc0\xaf \xf4\x90\x80\x80 \xe2\x82",
      "",
      std::string(100000, '"'),
  };
  return names;
}

std::vector<std::string> Lines(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("views come after what they read") {
  CHECK(Order(MakeGraph({"c", "b", "a"}, {"c<b", "b<a"})) == "abc");
  CHECK(Order(MakeGraph({"d", "c", "b", "a"}, {"d<b", "d<c", "b<a", "c<a"})) == "acbd");
  CHECK(Order(MakeGraph({}, {})).empty());
}

TEST_CASE("views that do not depend on each other keep the given order") {
  CHECK(Order(MakeGraph({"z", "m", "a"}, {})) == "zma");
  CHECK(Order(MakeGraph({"z", "m", "a", "k"}, {"z<k"})) == "makz");
  CHECK(Order(MakeGraph({"b", "a", "d", "c"}, {"b<a", "d<c"})) == "abcd");
}

TEST_CASE("a view that reads a source twice waits for it once") {
  CHECK(Order(MakeGraph({"b", "a"}, {"b<a", "b<a"})) == "ab");
  CHECK(IndexedEdges(MakeGraph({"b", "a"}, {"b<a", "b<a"})).size() == 1);
}

TEST_CASE("a circle is refused with its members, and only with them") {
  Diagnostic refusal = Refusal(
      MakeGraph({"after", "a", "b", "c", "before"}, {"b<before", "a<b", "b<c", "c<a", "after<a"}));
  CHECK(refusal.kind == ErrorKind::kWrongState);
  CHECK(refusal.message == "views depend on each other in a circle");
  CHECK(refusal.detail == R"("a" reads "b" reads "c" reads "a".)");
  CHECK_FALSE(refusal.hint.empty());
  CHECK(Refusal(MakeGraph({"a"}, {"a<a"})).detail == R"("a" reads "a".)");
}

TEST_CASE("a circle of thousands is refused in a message of readable length") {
  Graph graph;
  for (int i = 0; i < 20000; ++i) {
    graph.nodes.push_back({std::to_string(i), "v" + std::to_string(i), NodeKind::kSimple});
    graph.edges.push_back({std::to_string(i), std::to_string((i + 1) % 20000)});
  }
  std::string detail = Refusal(graph).detail;
  CHECK(detail.size() < 300);
  CHECK_THAT(detail, Catch::Matchers::ContainsSubstring("19990 others"));
}

TEST_CASE("an edge to nowhere and a node that is there twice are our own mistakes") {
  CHECK(Refusal(MakeGraph({"a"}, {"a<b"})).kind == ErrorKind::kInternal);
  CHECK(Refusal(MakeGraph({"a"}, {"b<a"})).kind == ErrorKind::kInternal);
  CHECK(Refusal(MakeGraph({"a", "a"}, {})).kind == ErrorKind::kInternal);
}

TEST_CASE("in random graphs every source comes first and nothing is lost") {
  std::mt19937 random(1962);
  for (int round = 0; round < 200; ++round) {
    size_t count = 1 + random() % 30;
    std::vector<size_t> rank(count);
    for (size_t i = 0; i < count; ++i) rank[i] = i;
    for (size_t i = count; i > 1; --i) std::swap(rank[i - 1], rank[random() % i]);
    Graph graph;
    for (size_t i = 0; i < count; ++i) graph.nodes.push_back({std::to_string(i), "", {}});
    for (size_t i = 0; i < 2 * count; ++i) {
      size_t reader = random() % count, source = random() % count;
      if (rank[source] >= rank[reader]) continue;
      graph.edges.push_back({std::to_string(reader), std::to_string(source)});
    }
    std::vector<size_t> order = TopologicalOrder(graph);
    std::vector<size_t> place(count, count);
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    REQUIRE(order.size() == count);
    REQUIRE(std::count(place.begin(), place.end(), count) == 0);
    for (auto [source, reader] : IndexedEdges(graph)) REQUIRE(place[source] < place[reader]);
  }
}

TEST_CASE("the three formats show sources, views, their kinds and who reads whom") {
  Graph graph = Leaderboard();
  CHECK(ToMermaid(graph) ==
        "flowchart LR\n"
        "  n0[(\"users\")]\n"
        "  n1[\"public.leaderboard<br/>materialized\"]\n"
        "  n2[\"top ten<br/>simple\"]\n"
        "  n3[\"totals<br/>table\"]\n"
        "  n0 --> n1\n"
        "  n1 --> n2\n"
        "  n1 --> n3\n");
  CHECK(ToDot(graph) ==
        "digraph vieworm {\n"
        "  rankdir=LR;\n"
        "  n0 [shape=cylinder, label=\"users\"];\n"
        "  n1 [shape=box, label=\"public.leaderboard\\nmaterialized\"];\n"
        "  n2 [shape=box, label=\"top ten\\nsimple\"];\n"
        "  n3 [shape=box, label=\"totals\\ntable\"];\n"
        "  n0 -> n1;\n"
        "  n1 -> n2;\n"
        "  n1 -> n3;\n"
        "}\n");
  CHECK(ToJson(graph).dump() ==
        R"({"nodes":[{"id":"n0","name":"users","kind":"source"},)"
        R"({"id":"n1","name":"public.leaderboard","kind":"materialized"},)"
        R"({"id":"n2","name":"top ten","kind":"simple"},)"
        R"({"id":"n3","name":"totals","kind":"table"}],)"
        R"("edges":[{"source":"n0","target":"n1"},{"source":"n1","target":"n2"},)"
        R"({"source":"n1","target":"n3"}]})");
}

TEST_CASE("a format is found by its name, and an unknown one gets the nearest") {
  Graph graph = Leaderboard();
  CHECK(RenderGraph(graph, "mermaid") == ToMermaid(graph));
  CHECK(RenderGraph(graph, "dot") == ToDot(graph));
  CHECK(Json::parse(RenderGraph(graph, "json")) == ToJson(graph));
  try {
    RenderGraph(graph, "mermiad");
    FAIL("was accepted");
  } catch (const Error& error) {
    CHECK(error.diagnostic().kind == ErrorKind::kBadSpec);
    CHECK(error.diagnostic().message == "unknown graph format \"mermiad\"");
    CHECK(error.diagnostic().detail == "Allowed are mermaid, dot or json.");
    CHECK(error.diagnostic().hint == "Did you mean \"mermaid\"?");
  }
}

TEST_CASE("an empty graph is a drawing of nothing") {
  CHECK(ToMermaid({}) == "flowchart LR\n");
  CHECK(ToDot({}) == "digraph vieworm {\n  rankdir=LR;\n}\n");
  CHECK(ToJson({}).dump() == R"({"nodes":[],"edges":[]})");
}

TEST_CASE("labels are escaped as each format asks") {
  CHECK(MermaidLabel("a \"b\" [c] #1;") == "a #quot;b#quot; #91;c#93; #35;1#59;");
  CHECK(MermaidLabel("two\nlines") == "two#10;lines");
  CHECK(MermaidLabel("Odd_Name-1.x") == "Odd_Name-1.x");
  CHECK(MermaidLabel("") == " ");
  CHECK(MermaidLabel("%%{x}") == "#37;#37;#123;x#125;");
  CHECK(DotLabel("a \"b\" \\N &lt;\n<i>") == "a \\\"b\\\" \\\\N &amp;lt;\\n<i>");
  CHECK(MermaidLabel("\xe6\xbc\xa2") == "\xe6\xbc\xa2");
  CHECK(DotLabel("\xe6\xbc\xa2") == "\xe6\xbc\xa2");
}

TEST_CASE("bytes that are not UTF-8, and control characters, are replaced") {
  const std::string bad = "\xef\xbf\xbd";
  CHECK(ValidUtf8("a\xff"
                  "b") == "a" + bad + "b");
  CHECK(ValidUtf8("\xc3") == bad);
  CHECK(ValidUtf8("\xe2\x82") == bad + bad);
  CHECK(ValidUtf8(std::string_view("\xc3\xa9", 1)) == bad);  // the text ends before the sequence
  CHECK(ValidUtf8("\xf8\x90\x80\x80") == bad + bad + bad + bad);  // no such lead
  CHECK(ValidUtf8("\xc0\xaf") == bad + bad);                      // overlong
  CHECK(ValidUtf8("\xe0\x80\xaf") == bad + bad + bad);            // overlong
  CHECK(ValidUtf8("\xed\xa0\x80") == bad + bad + bad);            // a surrogate
  CHECK(ValidUtf8("\xf4\x90\x80\x80") == bad + bad + bad + bad);  // above U+10FFFF
  CHECK(ValidUtf8("\x80"
                  "a") == bad + "a");
  for (const char* good : {"\xc2\x80", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
                           "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xef\xbf\xbd"}) {
    CHECK(ValidUtf8(good) == good);
  }
  CHECK(DotLabel(std::string("a\0b", 3)) == "a" + bad + "b");
  CHECK(MermaidLabel("\x1b[0m") == bad + "#91;0m");
  CHECK(MermaidLabel("\xc2\x9b") == bad);  // a control character of two bytes
}

// What is left of the line between what it must begin and end with.
std::string Between(const std::string& line, const std::string& begin, const std::string& end) {
  REQUIRE(line.size() >= begin.size() + end.size());
  REQUIRE(line.substr(0, begin.size()) == begin);
  REQUIRE(line.substr(line.size() - end.size()) == end);
  return line.substr(begin.size(), line.size() - begin.size() - end.size());
}

TEST_CASE("no name breaks out of its Mermaid label") {
  const char kMarkup[] = "\"'`%&<>\\[](){}|:/=~@^$*+!?";
  for (const std::string& name : HostileNames()) {
    std::vector<std::string> lines = Lines(ToMermaid(Hostile(name)));
    CAPTURE(name.substr(0, 100));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "flowchart LR");
    CHECK(Between(lines[1], "  n0[(\"", "\")]").find_first_of(kMarkup) == std::string::npos);
    CHECK(Between(lines[2], "  n1[\"", "<br/>table\"]").find_first_of(kMarkup) ==
          std::string::npos);
    CHECK(lines[3] == "  n0 --> n1");
  }
}

// What Graphviz's scanner does with a quoted string: \" and \\ are pairs, any other " ends it.
size_t EndOfDotString(const std::string& line, size_t open) {
  for (size_t i = open + 1; i < line.size(); ++i) {
    if (line[i] == '"') return i;
    if (line[i] == '\\') ++i;
  }
  return std::string::npos;
}

TEST_CASE("no name breaks out of its DOT label") {
  for (const std::string& name : HostileNames()) {
    std::vector<std::string> lines = Lines(ToDot(Hostile(name)));
    CAPTURE(name.substr(0, 100));
    REQUIRE(lines.size() == 6);
    for (size_t i : {2, 3}) {
      size_t open = lines[i].find('"');
      REQUIRE(open != std::string::npos);
      CHECK(lines[i].substr(EndOfDotString(lines[i], open)) == "\"];");
    }
    CHECK(lines[4] == "  n0 -> n1;");
    CHECK(lines[5] == "}");
  }
}

TEST_CASE("every name comes back from JSON, broken UTF-8 replaced") {
  for (const std::string& name : HostileNames()) {
    Json parsed = Json::parse(RenderGraph(Hostile(name), "json"));
    CHECK(parsed["nodes"][1]["name"].get<std::string>() == ValidUtf8(name));
  }
}

}  // namespace
}  // namespace vieworm
