// Statements that are no SELECT to SQLite, for the parser's tests.
#ifndef VIEWORM_TESTS_SQLITE_PARSE_CORPUS_REFUSED_H_
#define VIEWORM_TESTS_SQLITE_PARSE_CORPUS_REFUSED_H_

namespace vieworm::parse_corpus {

// clang-format off
// Refused by SQLite's grammar, or by a check that its parser makes in passing.
inline constexpr const char* kRefused[] = {
    "", " ", "-- nothing", "SELECT", "SELECT FROM t", "SELECT 1,", "SELECT 1 FROM",
    "SELECT 1 FROM t,", "SELECT ,1", "SELECT 1 2", "SELECT (1", "SELECT 1)", "SELECT ()",
    "SELECT main.t.* FROM t", "SELECT *.a FROM t", "SELECT * AS x FROM t", "SELECT a.b.c.d",
    "SELECT 1 AS", "SELECT 1 left", "SELECT 1 indexed", "SELECT select", "SELECT 1 AS from",
    "SELECT '", "SELECT 'a", "SELECT \"a", "SELECT `a", "SELECT [a", "SELECT x'0'",
    "SELECT x'0g'", "SELECT x'00", "SELECT 1x", "SELECT 1e", "SELECT 1e+", "SELECT 1__0",
    "SELECT 1_", "SELECT 1._5", "SELECT 0x", "SELECT 0x_1", "SELECT 1.2.3", "SELECT !1",
    "SELECT a ! = b FROM t", "SELECT {x}", "SELECT \\", "SELECT ^1", "SELECT :", "SELECT $",
    "SELECT @(a)", "SELECT $a(b c)", "SELECT #1", "SELECT 1 /*", "SELECT 1 */",
    "SELECT raise FROM t", "SELECT raise(IGNORE)", "SELECT raise(ABORT, 'x')",
    "SELECT cast(1)", "SELECT cast(1 AS left)", "SELECT cast(1 AS int(1, 2, 3))",
    "SELECT case WHEN 1 THEN 2", "SELECT case END", "SELECT case 1 ELSE 2 END",
    "SELECT a NOT b FROM t", "SELECT a BETWEEN 1 FROM t", "SELECT a BETWEEN 1 OR 2 FROM t",
    "SELECT a IN FROM t", "SELECT a IN 1 FROM t", "SELECT a LIKE FROM t",
    "SELECT a ESCAPE b FROM t", "SELECT a IS DISTINCT b FROM t", "SELECT a COLLATE FROM t",
    "SELECT exists 1", "SELECT exists(1)", "SELECT f(SELECT 1)", "SELECT count(DISTINCT *)",
    "SELECT count(* ORDER BY a) FROM t", "SELECT 'f'(1)", "SELECT main.f(1)",
    "SELECT sum(a) FILTER (a) FROM t", "SELECT sum(a) OVER (ORDER a) FROM t",
    "SELECT sum(a) OVER (ROWS UNBOUNDED FOLLOWING) FROM t", "SELECT sum(a) OVER (ROWS) FROM t",
    "SELECT sum(a) OVER (ORDER BY a PARTITION BY b) FROM t", "SELECT sum(a) OVER () FILTER (WHERE b)",
    "SELECT sum(a) OVER (ROWS 1 PRECEDING EXCLUDE b) FROM t", "SELECT a FROM t WINDOW w AS ORDER BY a",
    "SELECT a FROM t WINDOW filter AS (ORDER BY a)", "SELECT sum(a) OVER filter FROM t",
    "SELECT * FROM t AS main.x", "SELECT * FROM a.b.c", "SELECT * FROM ()", "SELECT * FROM t u v",
    "SELECT * FROM t left", "SELECT * FROM t JOIN", "SELECT * FROM t JOIN ON 1",
    "SELECT * FROM t ON 1", "SELECT * FROM t USING (a)", "SELECT * FROM (t ON 1)",
    "SELECT * FROM t JOIN u ON 1 USING (a)", "SELECT * FROM t JOIN u USING a",
    "SELECT * FROM t JOIN u USING ()", "SELECT * FROM t NATURAL JOIN u ON 1",
    "SELECT * FROM t NATURAL LEFT JOIN u USING (a)", "SELECT * FROM t OUTER JOIN u",
    "SELECT * FROM t LEFT INNER JOIN u", "SELECT * FROM t CROSS LEFT JOIN u",
    "SELECT * FROM t foo JOIN bar JOIN", "SELECT * FROM t LEFT x JOIN u",
    "SELECT * FROM t NATURAL OUTER JOIN u", "SELECT * FROM t LEFT \"outer\" JOIN u",
    "SELECT * FROM (SELECT 1) NOT INDEXED", "SELECT * FROM t INDEXED ub", "SELECT * FROM t(1) NOT INDEXED",
    "SELECT 1 WHERE", "SELECT 1 GROUP a", "SELECT 1 GROUP BY a DESC", "SELECT 1 HAVING",
    "SELECT 1 ORDER BY", "SELECT 1 ORDER BY 1 NULLS", "SELECT 1 ORDER BY 1 ASC DESC",
    "SELECT 1 LIMIT", "SELECT 1 OFFSET 1", "SELECT 1 LIMIT 1 OFFSET", "SELECT 1 LIMIT 1, 2, 3",
    "SELECT 1 LIMIT 1 ORDER BY 1", "SELECT 1 ORDER BY 1 WHERE 1", "SELECT 1 FROM t HAVING 1 GROUP BY 1",
    "SELECT 1 UNION", "SELECT 1 UNION 2", "SELECT 1 UNION DISTINCT SELECT 2", "SELECT 1 INTERSECT ALL SELECT 2",
    "SELECT 1 ORDER BY 1 UNION SELECT 2", "SELECT 1 LIMIT 1 EXCEPT SELECT 2", "(SELECT 1)",
    "(SELECT 1) UNION SELECT 2", "SELECT 1 UNION (SELECT 2)", "VALUES", "VALUES 1", "VALUES ()",
    "VALUES (1) ORDER BY 1", "VALUES (1), (2, 3)", "WITH SELECT 1", "WITH q SELECT 1",
    "WITH q AS SELECT 1 SELECT 1", "WITH q AS (SELECT 1), SELECT 1", "WITH q() AS (SELECT 1) SELECT 1",
    "WITH q(a COLLATE nocase) AS (SELECT 1) SELECT 1", "WITH recursive AS (SELECT 1) SELECT 1",
    "WITH q AS MATERIALISED (SELECT 1) SELECT 1", "WITH q AS (SELECT 1) WITH r AS (SELECT 2) SELECT 1",
};
// clang-format on

}  // namespace vieworm::parse_corpus

#endif  // VIEWORM_TESTS_SQLITE_PARSE_CORPUS_REFUSED_H_
