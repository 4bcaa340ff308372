#include "pg_ext/maintain/concerned.h"

#include <optional>
#include <string>

#include "pg_ext/identity.h"
#include "pg_ext/maintain/programs.h"
#include "pg_ext/registry.h"
#include "pg_ext/spi.h"

namespace vieworm {

namespace {

Oid ToOid(const Value& value) { return static_cast<Oid>(std::stoul(value.value())); }

// Does the text of a function have the name in it, as it is or in quotes? (A word may end at the $
// of a quoted piece, or have one in it.)
std::string HasWord(const std::string& text, const std::string& name) {
  std::string with_pieces =
      "pg_catalog.concat(" + text + ", ' ', pg_catalog.translate(" + text + ", '$', ' '))";
  std::string words = "pg_catalog.regexp_split_to_array(pg_catalog.lower(" + with_pieces +
                      "), '[[:space:][:cntrl:]!-#%-/:-@[-^`{-~]+')";
  std::string quoted = "pg_catalog.concat('\"', pg_catalog.replace(" + name +
                       "::pg_catalog.text, '\"', '\"\"'), '\"')";
  return "(pg_catalog.lower(" + name + "::pg_catalog.text) OPERATOR(pg_catalog.=) ANY (" + words +
         ") OR pg_catalog.strpos(pg_catalog.lower(" + text + "), pg_catalog.lower(" + quoted +
         ")) OPERATOR(pg_catalog.>) 0)";
}

// The maintained views whose definition reads, through whatever plain views, what the command has
// altered, or a table that inherits from it or that it is below; whether something else than a
// table was altered; and whether it is a relation or a function that was.
//
// Anybody may create and alter something, and to read a definition locks what it reads until the
// transaction ends: no view counts but those that depend on what was altered. So a schema is
// followed to what is in it, an extension to its members, a type to the columns and functions of
// that type.
//
// A function is reached through the operators and aggregates that are made of it, and through the
// functions whose bodies may call it: of a body that is text PostgreSQL knows no dependencies, so
// whichever has its name and its schema's in it counts, as words. (The schema may be in the
// function's own search_path; there is no other while a view is maintained.)
std::string ConcernedSql() {
  return "WITH RECURSIVE altered AS ("
         "SELECT classid, objid FROM pg_catalog.pg_event_trigger_ddl_commands() "
         "WHERE schema_name IS DISTINCT FROM 'vieworm' UNION "
         "SELECT d.classid, d.objid FROM pg_catalog.pg_event_trigger_ddl_commands() AS c "
         "JOIN pg_catalog.pg_extension AS e ON e.oid OPERATOR(pg_catalog.=) c.objid "
         "AND e.extname OPERATOR(pg_catalog.<>) 'vieworm' "
         "JOIN pg_catalog.pg_depend AS d ON d.refclassid OPERATOR(pg_catalog.=) c.classid "
         "AND d.refobjid OPERATOR(pg_catalog.=) c.objid AND d.deptype OPERATOR(pg_catalog.=) 'e' "
         "AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
         "WHERE c.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::regclass), "
         "reached(classid, objid, refills, named) AS ("
         "SELECT a.classid, a.objid, "
         "a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
         "OR EXISTS (SELECT FROM pg_catalog.pg_class AS c "
         "WHERE c.oid OPERATOR(pg_catalog.=) a.objid "
         "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
         "AND c.relkind OPERATOR(pg_catalog.=) 'v'), "
         "a.classid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_class'::regclass, "
         "'pg_catalog.pg_proc'::regclass]::pg_catalog.oid[]) FROM altered AS a "
         "UNION SELECT a.classid, i.inhrelid, false, true "
         "FROM altered AS a JOIN pg_catalog.pg_inherits AS i "
         "ON i.inhparent OPERATOR(pg_catalog.=) a.objid "
         "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
         "UNION SELECT next.classid, next.objid, r.refills, r.named "
         "FROM reached AS r, LATERAL ("
         "SELECT 'pg_catalog.pg_class'::regclass::pg_catalog.oid, i.inhparent "
         "FROM pg_catalog.pg_inherits AS i "
         "WHERE i.inhrelid OPERATOR(pg_catalog.=) r.objid "
         "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
         "UNION ALL SELECT CASE WHEN w.oid IS NULL THEN d.classid "
         "ELSE 'pg_catalog.pg_class'::regclass END, COALESCE(w.ev_class, d.objid) "
         "FROM pg_catalog.pg_depend AS d LEFT JOIN pg_catalog.pg_rewrite AS w "
         "ON w.oid OPERATOR(pg_catalog.=) d.objid "
         "AND d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::regclass "
         "WHERE d.refclassid OPERATOR(pg_catalog.=) r.classid "
         "AND d.refobjid OPERATOR(pg_catalog.=) r.objid "
         "AND (r.classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_class'::regclass "
         "OR d.classid OPERATOR(pg_catalog.=) ANY (ARRAY['pg_catalog.pg_rewrite'::regclass, "
         "'pg_catalog.pg_type'::regclass]::pg_catalog.oid[])) "
         "UNION ALL SELECT 'pg_catalog.pg_proc'::regclass, caller.oid FROM ("
         "SELECT p.proname, p.pronamespace FROM pg_catalog.pg_proc AS p "
         "WHERE p.oid OPERATOR(pg_catalog.=) r.objid "
         "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::regclass "
         "UNION ALL SELECT o.oprname, o.oprnamespace FROM pg_catalog.pg_operator AS o "
         "WHERE o.oid OPERATOR(pg_catalog.=) r.objid "
         "AND r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_operator'::regclass) "
         "AS called(name, schema) "
         "JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) called.schema "
         "JOIN pg_catalog.pg_proc AS caller ON (n.nspname OPERATOR(pg_catalog.=) 'pg_catalog' OR " +
         HasWord(
             "pg_catalog.concat(caller.prosrc, ' ', "
             "pg_catalog.array_to_string(caller.proconfig, ' '))",
             "n.nspname") +
         ") AND CASE WHEN r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_operator'::regclass "
         "THEN pg_catalog.strpos(caller.prosrc, called.name::pg_catalog.text) "
         "OPERATOR(pg_catalog.>) 0 ELSE " +
         HasWord("caller.prosrc", "called.name") +
         " END "
         "JOIN pg_catalog.pg_language AS l ON l.oid OPERATOR(pg_catalog.=) caller.prolang "
         "AND l.lanname OPERATOR(pg_catalog.<>) ALL ('{internal,c}'::pg_catalog.name[]) "
         "WHERE caller.pronamespace OPERATOR(pg_catalog.<>) 'pg_catalog'::regnamespace"
         ") AS next(classid, objid)) "
         "SELECT v.view::pg_catalog.oid, pg_catalog.bool_or(r.refills), "
         "pg_catalog.bool_or(r.named) "
         "FROM vieworm.registry AS v JOIN reached AS r "
         "ON r.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
         "AND r.objid OPERATOR(pg_catalog.=) v.definition::pg_catalog.oid "
         "WHERE v.state IS NOT NULL GROUP BY 1 ORDER BY 1";
}
// Those of which an altered table has a trigger. One that was below a source a moment ago has; but
// anybody may create one on a table of his own.
constexpr char kNamedByTriggers[] =
    "SELECT v.view::pg_catalog.oid FROM vieworm.registry AS v "
    "JOIN pg_catalog.pg_class AS s ON s.oid OPERATOR(pg_catalog.=) v.store::pg_catalog.oid "
    "WHERE v.state IS NOT NULL AND EXISTS ("
    "SELECT FROM pg_catalog.pg_event_trigger_ddl_commands() AS a "
    "JOIN pg_catalog.pg_trigger AS t ON t.tgrelid OPERATOR(pg_catalog.=) a.objid "
    "AND a.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::regclass "
    "WHERE t.tgargs OPERATOR(pg_catalog.=) (pg_catalog.convert_to(s.relname::pg_catalog.text, "
    "pg_catalog.getdatabaseencoding()) OPERATOR(pg_catalog.||) '\\x00'::pg_catalog.bytea)) "
    "ORDER BY 1";

}  // namespace

std::map<Oid, Concern> FindConcerned() {
  ActingAsExtension as_extension;
  std::map<Oid, Concern> concerned;
  for (const Row& row : RunSqlAsOfNow(ConcernedSql()).rows) {
    concerned[ToOid(row[0])] = {row[1] == "t", row[2] == "t"};
  }
  for (const Row& row : RunSqlAsOfNow(kNamedByTriggers).rows) {
    Oid id = ToOid(row[0]);
    if (concerned.count(id) > 0) continue;
    std::optional<RegisteredView> view = FindRegistered(id);
    if (view && HasOtherFamilies(view->store)) concerned[id] = {false, true};
  }
  return concerned;
}

}  // namespace vieworm
