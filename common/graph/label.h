// Names as labels of a drawing. A name may hold any character; none of them may end the label.
#ifndef VIEWORM_COMMON_GRAPH_LABEL_H_
#define VIEWORM_COMMON_GRAPH_LABEL_H_

#include <string>
#include <string_view>

namespace vieworm {

// `text` with U+FFFD for each byte that is no part of well-formed UTF-8 (Unicode, table 3-7).
std::string ValidUtf8(std::string_view text);

// What goes between the double quotes of a Mermaid label. Letters, digits, blanks and `_.-` stand
// for themselves, as does all that is not ASCII; the rest is `#quot;` or `#<code point>;`, so that
// no name can be read as markup, HTML, a comment or a %%{directive}%%. An empty name, which SQLite
// allows, is a blank: Mermaid cannot parse an empty label.
std::string MermaidLabel(std::string_view text);

// What goes between the double quotes of a label in Graphviz's DOT, where \ is an escape (\N is the
// node's name) and & begins an HTML entity.
std::string DotLabel(std::string_view text);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_GRAPH_LABEL_H_
