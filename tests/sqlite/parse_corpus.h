// SELECT statements for the parser's tests: every construct of the grammar, on a small schema on
// which SQLite prepares them all. Both the engine-free test and the one that asks SQLite read them.
// Their opposite is parse_corpus_refused.h.
#ifndef VIEWORM_TESTS_SQLITE_PARSE_CORPUS_H_
#define VIEWORM_TESTS_SQLITE_PARSE_CORPUS_H_

namespace vieworm::parse_corpus {

struct Statement {
  const char* sql;
  int since = 0;  // SQLITE_VERSION_NUMBER of the first release that knows the construct
};

inline constexpr const char* kSchema = R"(
  CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL, d);
  CREATE TABLE u(a, b COLLATE NOCASE, x, y);
  CREATE INDEX ub ON u(b);
  CREATE TABLE "odd name"("a b", "select", "key", "group", "true", "a""b", "a`b");
  CREATE TABLE "left"("full", "cross", "indexed", "end");
  CREATE VIEW v AS SELECT a, b FROM t;
  ATTACH ':memory:' AS other;
  CREATE TABLE other.w(a, b);
)";

// clang-format off
inline constexpr Statement kAccepted[] = {
    // Result columns.
    {"SELECT 1"},
    {"SELECT 1;"},
    {"SELECT 1 ; ; -- done"},
    {"SELECT ALL a FROM t"},
    {"SELECT DISTINCT a, b FROM t"},
    {"SELECT * FROM t"},
    {"SELECT t.*, u.* FROM t, u"},
    {"SELECT 't'.*, \"u\".*, [t].*, `u`.* FROM t, u"},
    {"SELECT a, *, b FROM t"},
    {"SELECT a AS x, b y, c AS \"z\", d 'w' FROM t"},
    {"SELECT a AS 'x y', b [q], c `r`, d AS [s t] FROM t"},
    {"SELECT 1 AS left, 2 AS indexed, 3 AS end, 4 key, 5 asc, 6 AS current_date FROM t"},
    {"SELECT (a), ((b)), t.c, main.t.d FROM t"},
    {"SELECT a + b, a+b , a /* sum */ + b /* after */, c FROM t"},
    {"SELECT \"a+b\" FROM (SELECT a+b FROM t)"},
    {"SELECT \"count(*)\", \"a  +  1\" FROM (SELECT count( * ), count(*), a  +  1 FROM t)"},
    {"SELECT b FROM (SELECT b COLLATE nocase FROM t)"},
    {"SELECT \"(1)\", \"- 1\", \"not a\" FROM (SELECT (1), - 1, not a FROM t)"},
    {"SELECT \"max( a )\" FROM (SELECT max( a ) FROM t GROUP BY b ORDER BY 1)"},
    {"WITH q AS (SELECT a+b, a  FROM t) SELECT \"a+b\", a FROM q"},
    {"SELECT a x, b x FROM t ORDER BY x"},

    // Literals.
    {"SELECT 0, 1, 007, 9223372036854775807, 9223372036854775808, -9223372036854775808"},
    {"SELECT 0x0, 0X1F, 0xdeadbeef, 0x7fffffffffffffff"},
    {"SELECT 1.0, 1., .5, 1e5, 1E+5, 1.5e-3, 1.e5, .5e0"},
    {"SELECT 1_000, 1_0.0_1, 1e1_0, 0x1_F, 12_34.5_6e-0_7", 3046000},
    {"SELECT '', 'a', 'it''s', '\"', 'a''''b', '--', '/*'"},
    {"SELECT x'', X'00', x'DEADbeef'"},
    {"SELECT NULL, null, NuLl"},
    {"SELECT CURRENT_DATE, CURRENT_TIME, current_timestamp"},
    {"SELECT TRUE, FALSE, true, false, +true FROM t"},
    {"SELECT \"true\", [true], `true`, true FROM \"odd name\""},
    {"SELECT 'multi\nline', \"multi\nline\""},

    // Names and quoting.
    {"SELECT \"a\", [a], `a`, a FROM t"},
    {"SELECT \"no such column\", \"it's\", \"a\"\"b\" FROM t"},
    {"SELECT \"no such\" || b, upper(\"lit\") FROM t WHERE \"lit\" = 'lit'"},
    {"SELECT \"a b\", \"select\", [key], `group`, \"a\"\"b\", `a``b` FROM \"odd name\""},
    {"SELECT o.[a b], o.\"select\", o.`key`, 'o'.'group' FROM [odd name] AS o"},
    {"SELECT key, \"key\", main.\"odd name\".key FROM main.'odd name'"},
    {"SELECT full, cross, indexed, \"end\", end FROM left"},
    {"SELECT left.full, left.left FROM (SELECT full, cross AS left FROM left) AS left"},
    {"SELECT A, T.B, MAIN.T.C FROM T"},
    {"SELECT t.a FROM t AS t"},
    {"SELECT \xC3\xA9 FROM (SELECT 1 AS \xC3\xA9)"},
    {"SELECT a$1, _x, x1 FROM (SELECT 1 AS a$1, 2 AS _x, 3 AS x1)"},
    {"SELECT rowid, _rowid_, oid, t.rowid, \"rowid\" FROM t"},
    {"SELECT \"\" FROM (SELECT 1 AS \"\")"},
    {"SELECT window, over, filter FROM (SELECT 1 AS window, 2 AS over, 3 AS filter)"},
    {"SELECT 1 window, 2 over, 3 filter"},
    {"SELECT replace, \"if\", row FROM (SELECT 1 AS replace, 2 AS \"if\", 3 AS row)"},
    {"SELECT rows, range, groups FROM (SELECT 1 AS rows, 2 AS range, 3 AS groups)"},
    {"SELECT like(b, 'x'), glob(b, 'x'), replace(b, 'x', 'y') FROM t"},
    {"SELECT \"upper\"(b), [lower](b), `abs`(a) FROM t"},

    // Comments and white space.
    {"-- first\nSELECT 1 -- last"},
    {"/* a */ SELECT /* b */ 1 /* c */"},
    {"SELECT 1 /* never closed"},
    {"SELECT 1 --"},
    {"\t\n\f\r SELECT\t1\r\n"},
    {"\xEF\xBB\xBFSELECT 1"},
    {"SELECT a--b\n+1 FROM t"},
    {"SELECT a/**/+/***/1 FROM t"},

    // Parameters.
    {"SELECT ?, ?5, ?, :a, @b, $c, $d::e, $f(g), :a"},
    {"SELECT a FROM t LIMIT ? OFFSET ?"},
    {"SELECT a FROM t LIMIT ?, ?"},
    {"SELECT a FROM t WHERE b = ?2 AND c = ?1 LIMIT ?"},
    {"SELECT #abc, @1, :1, $1"},

    // Operators: precedence and associativity.
    {"SELECT a OR b AND c OR d FROM t"},
    {"SELECT (a OR b) AND (c OR d) FROM t"},
    {"SELECT a AND (b AND c) FROM t"},
    {"SELECT NOT a, NOT NOT a, NOT a = b, (NOT a) = b, NOT (a AND b) FROM t"},
    {"SELECT a = NOT b, a = NOT b AND c, NOT a IS NULL FROM t"},
    {"SELECT a = b = c, a = (b = c), a == b, a != b, a <> b FROM t"},
    {"SELECT a < b < c, a < (b < c), a < b = c, a < (b = c), a <= b, a > b, a >= b FROM t"},
    {"SELECT a IS b, a IS NOT b, a IS NOT DISTINCT FROM b, a IS DISTINCT FROM b FROM t"},
    {"SELECT a IS NULL, a IS NOT NULL, a ISNULL, a NOTNULL, a NOT NULL FROM t"},
    {"SELECT a IS (NOT b), a IS NOT (NOT b), a IS NOT NOT b FROM t"},
    {"SELECT a IS b IS c, a IS (b IS c), (a ISNULL) ISNULL, a ISNULL ISNULL FROM t"},
    {"SELECT a IS TRUE, a IS NOT TRUE, a IS FALSE, a IS NOT FALSE FROM t"},
    {"SELECT a & b | c, a & (b | c), a << b >> c, a << (b >> c), a + b << c FROM t"},
    {"SELECT a + b - c, a - (b - c), a + b * c, (a + b) * c FROM t"},
    {"SELECT a * b / c % d, a * (b / c), a / (b * c) FROM t"},
    {"SELECT a || b || c, a || (b || c), a * b || c, (a * b) || c FROM t"},
    {"SELECT -a, +a, ~a, - -a, -(-a), +-~a, -a * b, -(a * b) FROM t"},
    {"SELECT -a || b, -(a || b), ~a + b, a - -b, a - - - b FROM t"},
    {"SELECT -1, - 1, -(1), -1.5, -0x10, 1 - -1"},
    {"SELECT -b COLLATE nocase, -(b COLLATE nocase), b COLLATE nocase COLLATE rtrim FROM t"},
    {"SELECT a || b COLLATE nocase, (a || b) COLLATE nocase FROM t"},
    {"SELECT b COLLATE \"nocase\" = 'x', b = 'x' COLLATE [nocase], b COLLATE 'binary' < c FROM t"},
    {"SELECT b -> '$.a', b ->> '$.a', b -> 'x' ->> 'y', b -> ('x' ->> 'y') FROM t"},
    {"SELECT b -> 'x' || 'y', (b || 'x') -> 'y' FROM t"},
    {"SELECT a > b OR c AND NOT d = a + b * c || d COLLATE nocase FROM t"},

    // LIKE and its kin.
    {"SELECT b LIKE 'x', b NOT LIKE 'x', b GLOB 'x', b NOT GLOB 'x' FROM t"},
    {"SELECT b REGEXP 'x', b NOT REGEXP 'x' FROM t"},
    {"SELECT b LIKE 'x' ESCAPE '\\', b NOT LIKE 'x' || 'y' ESCAPE '\\' || '' FROM t"},
    {"SELECT b LIKE 'x' LIKE 'y', b LIKE ('x' LIKE 'y'), b LIKE c = d FROM t"},
    {"SELECT (b LIKE 'x' ESCAPE '!') LIKE 'y', b LIKE 'x' ESCAPE '!' LIKE 'y' FROM t"},
    {"SELECT a < b LIKE c, a < (b LIKE c), NOT b LIKE 'x', (NOT b) LIKE 'x' FROM t"},
    {"SELECT b LIKE (c < d), b LIKE c < d FROM t"},
    {"SELECT a FROM t WHERE b MATCH 'x' OR b NOT MATCH 'y'"},

    // BETWEEN.
    {"SELECT a BETWEEN 1 AND 2, a NOT BETWEEN 1 AND 2 FROM t"},
    {"SELECT a BETWEEN 1 AND 2 AND b, a BETWEEN 1 AND (2 AND b) FROM t"},
    {"SELECT a BETWEEN b = c AND d, a BETWEEN b AND c = d, (a BETWEEN b AND c) = d FROM t"},
    {"SELECT a = b BETWEEN c AND d, a = (b BETWEEN c AND d) FROM t"},
    {"SELECT a BETWEEN b BETWEEN 1 AND 2 AND 3, NOT a BETWEEN 1 AND 2 FROM t"},
    {"SELECT a BETWEEN (b OR c) AND (c OR d) FROM t"},
    {"SELECT a BETWEEN NOT b AND NOT c FROM t"},

    // IN.
    {"SELECT a IN (1, 2), a NOT IN (1, 2), a IN (), a NOT IN (), a IN (1) FROM t"},
    {"SELECT a IN (SELECT a FROM u), a NOT IN (SELECT a FROM u) FROM t"},
    {"SELECT a IN ((SELECT a FROM u)), a IN ((SELECT a FROM u), 2), a IN (((1))) FROM t"},
    {"SELECT 1 IN (VALUES (1), (2)), 1 IN (SELECT 1 UNION SELECT 2) FROM t"},
    {"SELECT (a, b) IN w, (1, 2) IN other.w, (a, b) NOT IN \"w\" FROM t"},
    {"SELECT 1 IN (SELECT value FROM json_each('[1]')), a IN (WITH q AS (SELECT 1) SELECT * FROM q) FROM t"},
    {"SELECT a IN (1) IN (2), a IN (1) = b, a = b IN (1), -a IN (1), (a, b) IN (VALUES (1, 2)) FROM t"},
    {"SELECT a FROM t WHERE a IN (SELECT a FROM u WHERE u.b = t.b) IS NOT NULL"},
    {"WITH q AS (SELECT 1 AS n) SELECT 1 IN q, 2 NOT IN q"},
    {"WITH q(n) AS (VALUES (1)) SELECT 1 IN q() FROM t"},

    // CASE, CAST, row values, EXISTS, scalar subqueries.
    {"SELECT CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' ELSE 'z' END FROM t"},
    {"SELECT CASE WHEN a THEN b END, CASE WHEN a OR b THEN c ELSE d END FROM t"},
    {"SELECT CASE a OR b WHEN c THEN CASE WHEN d THEN 1 END END || 'x' FROM t"},
    {"SELECT CASE end WHEN end THEN end ELSE end END FROM left"},
    {"SELECT CAST(a AS TEXT), CAST(a AS varchar(10)), CAST(a AS decimal(10, 5)) FROM t"},
    {"SELECT CAST(a AS), CAST(a AS unsigned big int), CAST(a AS \"my type\"), CAST(a AS 'int') FROM t"},
    {"SELECT CAST(a AS x(+1)), CAST(a AS x(-1, +2.5)), CAST(a AS native /* INT */ character) FROM t"},
    {"SELECT (a, b) = (1, 2), (a, b) < (c, d), (a, b) IS NOT (1, 2), ((a, b)) = ((1), (2)) FROM t"},
    {"SELECT (a, b) BETWEEN (1, 2) AND (3, 4) FROM t"},
    {"SELECT (a, b) = (SELECT a, b FROM u) FROM t"},
    {"SELECT EXISTS (SELECT 1), NOT EXISTS (SELECT * FROM t), EXISTS (VALUES (1)) + 1"},
    {"SELECT a FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.a = t.a) AND EXISTS(SELECT 1 FROM u)"},
    {"SELECT (SELECT 1), ((SELECT 2)), (SELECT max(a) FROM u WHERE u.b = t.b) + 1 FROM t"},
    {"SELECT (VALUES (1), (2)), (WITH q AS (SELECT 1) SELECT * FROM q)"},
    {"SELECT (SELECT a FROM u ORDER BY b LIMIT 1) FROM t ORDER BY (SELECT 1)"},
    {"SELECT abs((SELECT 1)), max((SELECT 1), (SELECT 2))"},
    {"SELECT (SELECT (SELECT (SELECT a))) FROM t"},

    // Functions.
    {"SELECT count(*), count(), count(a), count(DISTINCT a), count(ALL a) FROM t"},
    {"SELECT sum(a) FILTER (WHERE b > 1), count(*) FILTER (WHERE a AND b) FROM t"},
    {"SELECT random(), abs(-1), coalesce(a, b, c), max(a, b), ifnull(a, 1) FROM t"},
    {"SELECT group_concat(b, ','), group_concat(DISTINCT b), total(a), avg(a) FROM t"},
    {"SELECT group_concat(b, ',' ORDER BY a DESC, b NULLS LAST) FROM t", 3044000},
    {"SELECT group_concat(DISTINCT b ORDER BY b) FILTER (WHERE a > 1) FROM t", 3044000},
    {"SELECT sum(a ORDER BY b COLLATE nocase) FROM t", 3044000},
    {"SELECT upper(b || lower(b)), likely(a), unlikely(b), likelihood(a, 0.5) FROM t"},
    {"SELECT json_extract(b, '$.x'), json(b) -> 'x' FROM t"},
    {"SELECT date('now'), datetime('now', '-30 days'), strftime('%Y', 'now')"},
    {"SELECT iif(a, b, c), sum(a) + count(*) * 2 FROM t"},

    // Windows.
    {"SELECT row_number() OVER () FROM t"},
    {"SELECT row_number() OVER (ORDER BY a), rank() OVER (PARTITION BY b ORDER BY a DESC) FROM t"},
    {"SELECT sum(a) OVER w, avg(a) OVER w FROM t WINDOW w AS (PARTITION BY b)"},
    {"SELECT sum(a) OVER (w ORDER BY c) FROM t WINDOW w AS (PARTITION BY b)"},
    {"SELECT sum(a) OVER (w) FROM t WINDOW w AS (ORDER BY b)"},
    {"SELECT sum(a) OVER w2 FROM t WINDOW w AS (PARTITION BY b), w2 AS (w ORDER BY c ROWS 1 PRECEDING)"},
    {"SELECT sum(a) FILTER (WHERE b) OVER (PARTITION BY c, d ORDER BY a, b) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY b ROWS 2 PRECEDING) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY b ROWS UNBOUNDED PRECEDING) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY b RANGE CURRENT ROW) FROM t"},
    {"SELECT sum(a) OVER (ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a GROUPS BETWEEN CURRENT ROW AND 1 + 1 FOLLOWING) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN (1 AND 1) PRECEDING AND (0 OR 1) FOLLOWING) FROM t"},
    {"SELECT sum(a) OVER (ROWS BETWEEN 1 AND 2 PRECEDING AND CURRENT ROW) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a ROWS 1 PRECEDING EXCLUDE NO OTHERS) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a GROUPS 1 PRECEDING EXCLUDE CURRENT ROW) FROM t"},
    {"SELECT sum(a) OVER (ORDER BY a RANGE CURRENT ROW EXCLUDE GROUP), sum(a) OVER (ORDER BY a ROWS CURRENT ROW EXCLUDE TIES) FROM t"},
    {"SELECT lag(a, 1, 0) OVER (ORDER BY a), ntile(4) OVER (ORDER BY a), first_value(a) OVER (ORDER BY a) FROM t"},
    {"SELECT sum(a) OVER over FROM t WINDOW over AS (ORDER BY a)"},
    {"SELECT sum(a) OVER left FROM t WINDOW left AS (ORDER BY a)"},
    {"SELECT sum(a) OVER \"w\", sum(a) OVER (\"W\") FROM t WINDOW \"w\" AS (ORDER BY a), w AS ()"},
    {"SELECT sum(a) OVER 'w', sum(a) OVER [w w] FROM t WINDOW 'w' AS (ORDER BY a), [w w] AS (ORDER BY b)"},
    {"SELECT sum(a) OVER W FROM t WINDOW w AS (ORDER BY a), \"w\" AS (ORDER BY b)"},
    {"SELECT sum(a) over FROM t"},
    {"SELECT sum(a) filter FROM t"},
    {"SELECT sum(a) over, count(*) filter, 1 window FROM t window"},
    {"SELECT a FROM t window WINDOW w AS (ORDER BY a)"},
    {"SELECT a FROM t WINDOW window AS (ORDER BY a)"},
    {"SELECT count(*) OVER (PARTITION BY b COLLATE nocase ORDER BY a ASC NULLS LAST) FROM t"},
    {"SELECT sum(sum(a)) OVER (ORDER BY b) FROM t GROUP BY b"},
    {"SELECT a FROM t ORDER BY row_number() OVER (ORDER BY b)"},

    // FROM: tables, aliases, indexes.
    {"SELECT t1.a FROM t t1, t AS t2, u"},
    {"SELECT * FROM main.t, main.u AS m"},
    {"SELECT * FROM other.w, temp.sqlite_temp_schema"},
    {"SELECT * FROM 't' AS 'x', \"u\" \"y\", [w] [z]"},
    {"SELECT * FROM t AS left, u AS indexed"},
    {"SELECT * FROM u INDEXED BY ub WHERE b = 1"},
    {"SELECT * FROM u AS uu INDEXED BY \"ub\" WHERE b COLLATE nocase = 1"},
    {"SELECT * FROM u NOT INDEXED WHERE b = 1"},
    {"SELECT * FROM main.u x NOT INDEXED JOIN t ON x.a = t.a"},
    {"SELECT * FROM v, sqlite_master"},
    {"SELECT * FROM t AS key, u AS row"},

    // FROM: joins.
    {"SELECT * FROM t, u WHERE t.a = u.a"},
    {"SELECT * FROM t JOIN u"},
    {"SELECT * FROM t JOIN u ON t.a = u.a AND t.b = u.b"},
    {"SELECT * FROM t JOIN u USING (a)"},
    {"SELECT * FROM t JOIN u USING (a, \"b\")"},
    {"SELECT * FROM t INNER JOIN u ON t.a = u.a"},
    {"SELECT * FROM t CROSS JOIN u"},
    {"SELECT * FROM t CROSS JOIN u ON t.a = u.a"},
    {"SELECT * FROM t LEFT JOIN u ON t.a = u.a"},
    {"SELECT * FROM t LEFT OUTER JOIN u USING (a)"},
    {"SELECT * FROM t RIGHT JOIN u ON t.a = u.a"},
    {"SELECT * FROM t RIGHT OUTER JOIN u USING (a, b)"},
    {"SELECT * FROM t FULL JOIN u ON t.a = u.a"},
    {"SELECT * FROM t FULL OUTER JOIN u USING (a)"},
    {"SELECT * FROM t NATURAL JOIN u"},
    {"SELECT * FROM t NATURAL INNER JOIN u"},
    {"SELECT * FROM t NATURAL CROSS JOIN u"},
    {"SELECT * FROM t NATURAL LEFT JOIN u"},
    {"SELECT * FROM t NATURAL RIGHT OUTER JOIN u"},
    {"SELECT * FROM t NATURAL FULL OUTER JOIN u"},
    {"SELECT * FROM t OUTER LEFT JOIN u ON 1"},
    {"SELECT * FROM t LEFT NATURAL JOIN u"},
    {"SELECT * FROM t OUTER LEFT NATURAL JOIN u"},
    {"SELECT * FROM t LEFT RIGHT JOIN u ON t.a = u.a"},
    {"SELECT * FROM t INNER CROSS JOIN u"},
    {"SELECT * FROM t LEFT LEFT LEFT JOIN u"},
    {"SELECT * FROM t, u ON t.a = u.a"},
    {"SELECT * FROM t, u USING (a)"},
    {"SELECT * FROM t, u LEFT JOIN w ON u.a = w.a, v"},
    {"SELECT * FROM t LEFT JOIN u ON t.a = u.a LEFT JOIN w ON w.a = u.a JOIN v USING (a)"},
    {"SELECT * FROM t JOIN u JOIN w ON t.a = w.a"},
    {"SELECT * FROM t CROSS JOIN u, w JOIN v ON 1"},
    {"SELECT * FROM t JOIN (u JOIN w ON u.a = w.a) ON t.a = u.a"},
    {"SELECT * FROM t LEFT JOIN (u JOIN w USING (a)) ON t.b = u.b"},
    {"SELECT * FROM (t JOIN u USING (a)) JOIN w USING (a)"},
    {"SELECT * FROM (t), (u)"},
    {"SELECT x.a FROM (t) AS x, ((u)) y"},
    {"SELECT * FROM (t AS x), (((u y)))"},
    {"SELECT c, y FROM (t, u) AS x"},
    {"SELECT * FROM ((t, u), (w, v))"},
    {"SELECT * FROM (t LEFT JOIN u ON 1) LEFT JOIN (w LEFT JOIN v ON 1) ON 1"},
    {"SELECT * FROM t x JOIN t y ON x.a = y.a JOIN t z ON y.a = z.a"},
    {"SELECT * FROM t \"left\" JOIN u"},

    // FROM: subqueries and table-valued functions.
    {"SELECT * FROM (SELECT a, b FROM t)"},
    {"SELECT q.a FROM (SELECT a FROM t) AS q, (SELECT b FROM u) r"},
    {"SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT 1)))"},
    {"SELECT * FROM ((SELECT a FROM t)) JOIN (SELECT a FROM u) USING (a)"},
    {"SELECT * FROM (VALUES (1, 2), (3, 4)) AS q"},
    {"SELECT column1, q.column2 FROM (VALUES (1, 'x')) AS q"},
    {"SELECT * FROM (SELECT 1 UNION ALL SELECT 2 ORDER BY 1 LIMIT 1)"},
    {"SELECT * FROM (WITH q AS (SELECT 1) SELECT * FROM q) AS r"},
    {"SELECT * FROM json_each('[1,2]')"},
    {"SELECT j.value, j.key FROM t, json_each(t.b, '$.x') AS j WHERE j.type = 'text'"},
    {"SELECT * FROM main.json_each('[1]') JOIN json_tree('{}') ON 1"},
    {"SELECT * FROM json_each(), pragma_table_info('t')"},
    {"SELECT * FROM t LEFT JOIN json_each(t.b) AS j ON j.value = t.a"},
    {"SELECT name FROM pragma_table_info"},
    {"SELECT * FROM json_each((SELECT b FROM t LIMIT 1))"},

    // WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.
    {"SELECT 1 WHERE 2 GROUP BY 1 HAVING 4 ORDER BY 1 LIMIT 6 OFFSET 7"},
    {"SELECT b, count(*) FROM t GROUP BY b"},
    {"SELECT b AS g, c, sum(a) FROM t GROUP BY g, 2 HAVING sum(a) > 1 AND g IS NOT NULL"},
    {"SELECT count(*) FROM t HAVING count(*) > 1"},
    {"SELECT b FROM t GROUP BY b COLLATE nocase, a + 1, (c)"},
    {"SELECT a FROM t ORDER BY a, b DESC, c ASC, 1"},
    {"SELECT a FROM t ORDER BY a NULLS FIRST, b DESC NULLS LAST, c ASC NULLS FIRST"},
    {"SELECT a FROM t ORDER BY b COLLATE nocase DESC, a + b, -a, a IN (1, 2)"},
    {"SELECT a FROM t ORDER BY (1), +1, (a)"},
    {"SELECT a AS x FROM t ORDER BY x, \"x\", [x] DESC"},
    {"SELECT a FROM t ORDER BY NULL, 'a', random()"},
    {"SELECT a FROM t LIMIT 1"},
    {"SELECT a FROM t LIMIT -1 OFFSET 2"},
    {"SELECT a FROM t LIMIT 2, 1"},
    {"SELECT a FROM t LIMIT 1 + 1 OFFSET (SELECT 1)"},
    {"SELECT DISTINCT b FROM t WHERE a ORDER BY b LIMIT 3"},

    // VALUES and compounds.
    {"VALUES (1)"},
    {"VALUES (1, 'a'), (2, 'b'), (3, NULL)"},
    {"VALUES ((1)), ((SELECT 2)), (1 + 2)"},
    {"SELECT 1 UNION SELECT 2"},
    {"SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3 EXCEPT SELECT 4"},
    {"SELECT a FROM t UNION ALL VALUES (1), (2) UNION SELECT 3"},
    {"VALUES (1) UNION ALL SELECT 2 ORDER BY 1 LIMIT 1"},
    {"SELECT a AS x FROM t UNION SELECT b FROM u ORDER BY x DESC LIMIT 2 OFFSET 1"},
    {"SELECT a + b FROM t UNION ALL SELECT c FROM t ORDER BY a + b, 1"},
    {"SELECT * FROM t WHERE a UNION SELECT * FROM u GROUP BY a HAVING b"},
    {"SELECT DISTINCT a FROM t EXCEPT SELECT ALL a FROM u"},
    {"SELECT (SELECT 1 UNION SELECT 2) IN (SELECT 1 EXCEPT SELECT 2)"},
    {"SELECT * FROM (SELECT 1 ORDER BY 1) UNION SELECT * FROM (SELECT 2 LIMIT 1)"},

    // WITH.
    {"WITH q AS (SELECT 1) SELECT * FROM q"},
    {"WITH q(x, y) AS (SELECT a, b FROM t), r AS (SELECT x FROM q) SELECT * FROM r, q"},
    {"WITH q AS MATERIALIZED (SELECT 1), r AS NOT MATERIALIZED (SELECT 2) SELECT * FROM q, r"},
    {"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n"},
    {"WITH n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n LIMIT 10) SELECT i FROM n AS m ORDER BY i"},
    {"WITH RECURSIVE q AS (SELECT 1), r AS (SELECT 2) SELECT * FROM q, r"},
    {"WITH q AS (WITH r AS (SELECT 1) SELECT * FROM r) SELECT * FROM q"},
    {"WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a"},
    {"WITH t AS (SELECT 7 AS a) SELECT * FROM t, main.t AS o"},
    {"WITH t AS (SELECT 7 AS a) SELECT (SELECT a FROM t), (WITH t AS (SELECT 8) SELECT * FROM t)"},
    {"WITH q AS (SELECT * FROM main.t), t AS (SELECT 1) SELECT * FROM q"},
    {"WITH 'q' AS (SELECT 1), \"r\"(\"x\") AS (VALUES (2)) SELECT * FROM q, r"},
    {"WITH left AS (SELECT 1), materialized AS (SELECT 2) SELECT * FROM left, materialized"},
    {"WITH q AS (SELECT 1) VALUES ((SELECT * FROM q))"},
    {"WITH q AS (SELECT 1) SELECT 2 UNION SELECT * FROM q ORDER BY 1"},
    {"WITH unused AS (SELECT * FROM u) SELECT 1 FROM t"},

    // All together.
    {"SELECT p.name, p.n, row_number() OVER (ORDER BY p.n DESC) AS rank FROM (SELECT max(u.b) AS name, count(*) AS n"
     " FROM (SELECT a, b FROM t WHERE c > 1 UNION ALL SELECT d, b FROM t) AS m JOIN u ON u.a = m.a"
     " GROUP BY m.a HAVING count(*) > 0) AS p ORDER BY rank LIMIT 10"},
    {"SELECT t.*, (SELECT group_concat(x) FROM u WHERE u.a = t.a) AS xs FROM t LEFT JOIN (u JOIN w USING (a)) AS g"
     " ON g.a = t.a AND t.b NOT IN (SELECT b FROM v) WHERE CASE WHEN t.a THEN 1 ELSE EXISTS (SELECT 1) END"
     " GROUP BY t.a, t.b COLLATE nocase ORDER BY 1 DESC NULLS LAST LIMIT 5, 10"},
};
// clang-format on

}  // namespace vieworm::parse_corpus

#endif  // VIEWORM_TESTS_SQLITE_PARSE_CORPUS_H_
