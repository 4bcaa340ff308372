/* vieworm linked into a C program: c_embedded FILE
 *
 * cc -I DIRECTORY_OF_VIEWORM_H -o c_embedded c_embedded.c libvieworm_sqlite.a -lsqlite3 -lstdc++ -lm */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "vieworm.h"

enum { kSize = 4000 };

static sqlite3 *db;

static void check(const char *name, int good) {
  printf("%s C: %s\n", good ? "ok" : "not ok", name);
}

/* Runs one statement with `texts` for its parameters; its rows go to `rows`, a line each, "a|b".
 * Returns SQLITE_DONE, or the error's extended code with its message in `rows`. */
static int run(char rows[kSize], const char *sql, const char *const texts[]) {
  sqlite3_stmt *statement = NULL;
  size_t used = 0;
  int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
  for (int i = 0; code == SQLITE_OK && i < sqlite3_bind_parameter_count(statement); i++)
    code = sqlite3_bind_text(statement, i + 1, texts[i], -1, SQLITE_STATIC);
  rows[0] = '\0';
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step(statement);
    for (int i = 0; code == SQLITE_ROW && i < sqlite3_column_count(statement) && used < kSize; i++) {
      const char *text = (const char *)sqlite3_column_text(statement, i);
      int last = i + 1 == sqlite3_column_count(statement);
      used += snprintf(rows + used, kSize - used, "%s%c", text ? text : "NULL", last ? '\n' : '|');
    }
  }
  if (code != SQLITE_DONE) {
    code = sqlite3_extended_errcode(db);
    snprintf(rows, kSize, "%s", sqlite3_errmsg(db));
  }
  sqlite3_finalize(statement);
  return code;
}

/* Runs what must not fail. */
static void must(const char *sql) {
  char rows[kSize];
  if (run(rows, sql, NULL) != SQLITE_DONE) check(sql, 0), printf("# %s\n", rows);
}

static int answers(const char *sql, const char *expected) {
  char rows[kSize];
  return run(rows, sql, NULL) == SQLITE_DONE && strcmp(rows, expected) == 0;
}

/* The rows of the view are those of its definition, in any order. */
static int agrees(const char *view, const char *definition) {
  char sql[kSize], expected[kSize];
  snprintf(sql, sizeof sql, "SELECT * FROM (%s) ORDER BY 1, 2", definition);
  if (run(expected, sql, NULL) != SQLITE_DONE) return 0;
  snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", view);
  return answers(sql, expected);
}

#define BY_REGION "SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region"
#define BIG "SELECT id, amount FROM sale WHERE amount >= 100"

int main(int count, char **arguments) {
  char rows[kSize];

  /* From here on every connection of this program has vieworm. */
  sqlite3_auto_extension((void (*)(void))sqlite3_vieworm_init);
  if (count != 2 || sqlite3_open(arguments[1], &db) != SQLITE_OK) return 2;
  must("CREATE TABLE sale (id INTEGER PRIMARY KEY, region TEXT, amount INTEGER)");
  must("INSERT INTO sale VALUES (1, 'north', 120), (2, 'south', 80), (3, 'north', 40)");

  /* The spec is a text; what it answers is JSON, which SQLite's operators take apart. */
  const char *spec[] = {"{\"name\": \"sales_by_region\", \"definition\": \"" BY_REGION "\","
                        " \"refresh\": {\"on\": \"statement\", \"mode\": \"incremental\"}}"};
  run(rows, "SELECT vieworm_create(?) -> 'refresh' ->> 'mode'", spec);
  check("a spec creates a view", strcmp(rows, "incremental\n") == 0);
  const char *big[] = {"big_sales", BIG, "{\"method\": \"table\"}"};
  run(rows, "SELECT vieworm_create(?, ?, ?) ->> 'storage'", big);
  check("a name, a definition and options create a view", strcmp(rows, "store\n") == 0);
  check("the view has the rows of its definition", agrees("sales_by_region", BY_REGION));

  must("BEGIN IMMEDIATE");
  must("UPDATE sale SET region = 'west' WHERE id = 1");
  check("the transaction sees its own change",
        answers("SELECT amount FROM sales_by_region WHERE region = 'west'", "120\n"));
  must("ROLLBACK");
  check("a rollback takes the view's change back",
        answers("SELECT * FROM sales_by_region ORDER BY 1", "north|2|160\nsouth|1|80\n"));
  must("INSERT INTO sale VALUES (4, 'south', 500)");
  check("after the commit the view is right", agrees("sales_by_region", BY_REGION));

  check("a view on demand is behind", !agrees("big_sales", BIG));
  check("the refresh tells what it changed",
        answers("SELECT vieworm_refresh('big_sales') ->> 'inserted'", "1\n"));
  check("the refreshed view is right", agrees("big_sales", BIG));
  check("verify finds no difference",
        answers("SELECT v ->> 'missing', v ->> 'extra' "
                "FROM (SELECT vieworm_verify('sales_by_region') AS v)", "0|0\n"));
  check("vieworm_views lists both", answers("SELECT name, timing FROM vieworm_views ORDER BY name",
                                            "big_sales|demand\nsales_by_region|statement\n"));

  /* An error: SQLite's code, and in sqlite3_errmsg() "vieworm: message; detail; hint". */
  const char *wrong[] = {"{\"name\": \"v\", \"definition\": \"SELECT 1\", \"refesh\": {}}"};
  int code = run(rows, "SELECT vieworm_create(?)", wrong);
  printf("# %d | %s\n", code, rows);
  check("a wrong spec is an error with a hint",
        (code & 0xff) == SQLITE_ERROR && strstr(rows, "id you mean \"refresh\"?"));

  check("drop answers with a list of names",
        answers("SELECT vieworm_drop('sales_by_region')", "[\"main.sales_by_region\"]\n"));
  check("the connection closes", sqlite3_close(db) == SQLITE_OK);
  return 0;
}
