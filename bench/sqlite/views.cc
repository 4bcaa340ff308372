// The hand-written triggers are what docs/sqlite-triggers.md (B) found to be the fastest right way:
// UPSERT to add, UPDATE and a DELETE by key to take away, and two AFTER UPDATE triggers with the
// columns and the WHEN that keep the common case down to one statement. They follow every change of
// t and d, but trust that values are integers and not NULL, as they are here, and that nobody uses
// OR REPLACE.
#include "bench/sqlite/views.h"

namespace vieworm::bench {

namespace {

View Group() {
  return {"group",
          "SELECT g, count(*) AS n, sum(v) AS s FROM t GROUP BY g",
          "g",
          "CREATE TABLE by_hand(g TEXT PRIMARY KEY, n INTEGER, s INTEGER)",
          "INSERT INTO by_hand SELECT g, count(*), sum(v) FROM t GROUP BY g",
          R"(
CREATE TRIGGER hand_insert AFTER INSERT ON t BEGIN
  INSERT INTO by_hand VALUES (NEW.g, 1, NEW.v)
    ON CONFLICT(g) DO UPDATE SET n = n + 1, s = s + excluded.s;
END;
CREATE TRIGGER hand_delete AFTER DELETE ON t BEGIN
  UPDATE by_hand SET n = n - 1, s = s - OLD.v WHERE g = OLD.g;
  DELETE FROM by_hand WHERE g = OLD.g AND n = 0;
END;
CREATE TRIGGER hand_value AFTER UPDATE OF v ON t WHEN NEW.g = OLD.g BEGIN
  UPDATE by_hand SET s = s + NEW.v - OLD.v WHERE g = NEW.g;
END;
CREATE TRIGGER hand_key AFTER UPDATE OF g ON t WHEN NEW.g <> OLD.g BEGIN
  UPDATE by_hand SET n = n - 1, s = s - OLD.v WHERE g = OLD.g;
  DELETE FROM by_hand WHERE g = OLD.g AND n = 0;
  INSERT INTO by_hand VALUES (NEW.g, 1, NEW.v)
    ON CONFLICT(g) DO UPDATE SET n = n + 1, s = s + excluded.s;
END;)",
          "SELECT g, n, s FROM by_hand"};
}

View JoinGroup() {
  return {"join + group",
          "SELECT d.c, count(*) AS n, sum(t.v) AS s FROM t JOIN d ON d.id = t.d GROUP BY d.c",
          "d",
          "CREATE TABLE by_hand(c TEXT PRIMARY KEY, n INTEGER, s INTEGER)",
          "INSERT INTO by_hand"
          " SELECT d.c, count(*), sum(t.v) FROM t JOIN d ON d.id = t.d GROUP BY d.c",
          R"(
CREATE TRIGGER hand_insert AFTER INSERT ON t BEGIN
  INSERT INTO by_hand SELECT c, 1, NEW.v FROM d WHERE id = NEW.d
    ON CONFLICT(c) DO UPDATE SET n = n + 1, s = s + excluded.s;
END;
CREATE TRIGGER hand_delete AFTER DELETE ON t BEGIN
  UPDATE by_hand SET n = n - 1, s = s - OLD.v WHERE c = (SELECT c FROM d WHERE id = OLD.d);
  DELETE FROM by_hand WHERE c = (SELECT c FROM d WHERE id = OLD.d) AND n = 0;
END;
CREATE TRIGGER hand_value AFTER UPDATE OF v ON t WHEN NEW.d = OLD.d BEGIN
  UPDATE by_hand SET s = s + NEW.v - OLD.v WHERE c = (SELECT c FROM d WHERE id = NEW.d);
END;
CREATE TRIGGER hand_key AFTER UPDATE OF d ON t WHEN NEW.d <> OLD.d BEGIN
  UPDATE by_hand SET n = n - 1, s = s - OLD.v WHERE c = (SELECT c FROM d WHERE id = OLD.d);
  DELETE FROM by_hand WHERE c = (SELECT c FROM d WHERE id = OLD.d) AND n = 0;
  INSERT INTO by_hand SELECT c, 1, NEW.v FROM d WHERE id = NEW.d
    ON CONFLICT(c) DO UPDATE SET n = n + 1, s = s + excluded.s;
END;
CREATE TRIGGER hand_d_insert AFTER INSERT ON d BEGIN
  INSERT INTO by_hand SELECT NEW.c, count(*), sum(v) FROM t WHERE d = NEW.id HAVING count(*) > 0
    ON CONFLICT(c) DO UPDATE SET n = n + excluded.n, s = s + excluded.s;
END;
CREATE TRIGGER hand_d_delete AFTER DELETE ON d BEGIN
  INSERT INTO by_hand SELECT OLD.c, -count(*), -sum(v) FROM t WHERE d = OLD.id HAVING count(*) > 0
    ON CONFLICT(c) DO UPDATE SET n = n + excluded.n, s = s + excluded.s;
  DELETE FROM by_hand WHERE c = OLD.c AND n = 0;
END;
CREATE TRIGGER hand_d_update AFTER UPDATE OF id, c ON d BEGIN
  INSERT INTO by_hand SELECT OLD.c, -count(*), -sum(v) FROM t WHERE d = OLD.id HAVING count(*) > 0
    ON CONFLICT(c) DO UPDATE SET n = n + excluded.n, s = s + excluded.s;
  INSERT INTO by_hand SELECT NEW.c, count(*), sum(v) FROM t WHERE d = NEW.id HAVING count(*) > 0
    ON CONFLICT(c) DO UPDATE SET n = n + excluded.n, s = s + excluded.s;
  DELETE FROM by_hand WHERE c = OLD.c AND n = 0;
END;)",
          "SELECT c, n, s FROM by_hand"};
}

View JoinRows() {
  return {"join rows",
          "SELECT t.id, t.v, d.name FROM t JOIN d ON d.id = t.d",
          "d",
          "CREATE TABLE by_hand(id INTEGER PRIMARY KEY, v INTEGER, name TEXT, d INTEGER);"
          "CREATE INDEX by_hand_d ON by_hand(d)",
          "INSERT INTO by_hand SELECT t.id, t.v, d.name, d.id FROM t JOIN d ON d.id = t.d",
          R"(
CREATE TRIGGER hand_insert AFTER INSERT ON t BEGIN
  INSERT INTO by_hand SELECT NEW.id, NEW.v, name, id FROM d WHERE id = NEW.d;
END;
CREATE TRIGGER hand_delete AFTER DELETE ON t BEGIN
  DELETE FROM by_hand WHERE id = OLD.id;
END;
CREATE TRIGGER hand_value AFTER UPDATE OF v ON t WHEN NEW.id = OLD.id AND NEW.d = OLD.d BEGIN
  UPDATE by_hand SET v = NEW.v WHERE id = NEW.id;
END;
CREATE TRIGGER hand_key AFTER UPDATE OF id, d ON t WHEN NEW.id <> OLD.id OR NEW.d <> OLD.d BEGIN
  DELETE FROM by_hand WHERE id = OLD.id;
  INSERT INTO by_hand SELECT NEW.id, NEW.v, name, id FROM d WHERE id = NEW.d;
END;
CREATE TRIGGER hand_d_insert AFTER INSERT ON d BEGIN
  INSERT INTO by_hand SELECT id, v, NEW.name, NEW.id FROM t WHERE d = NEW.id;
END;
CREATE TRIGGER hand_d_delete AFTER DELETE ON d BEGIN
  DELETE FROM by_hand WHERE d = OLD.id;
END;
CREATE TRIGGER hand_d_name AFTER UPDATE OF name ON d WHEN NEW.id = OLD.id BEGIN
  UPDATE by_hand SET name = NEW.name WHERE d = NEW.id;
END;
CREATE TRIGGER hand_d_key AFTER UPDATE OF id ON d WHEN NEW.id <> OLD.id BEGIN
  DELETE FROM by_hand WHERE d = OLD.id;
  INSERT INTO by_hand SELECT id, v, NEW.name, NEW.id FROM t WHERE d = NEW.id;
END;)",
          "SELECT id, v, name FROM by_hand"};
}

View Distinct() {
  return {"distinct",
          "SELECT DISTINCT g FROM t",
          "g",
          "CREATE TABLE by_hand(g TEXT PRIMARY KEY, n INTEGER)",
          "INSERT INTO by_hand SELECT g, count(*) FROM t GROUP BY g",
          R"(
CREATE TRIGGER hand_insert AFTER INSERT ON t BEGIN
  INSERT INTO by_hand VALUES (NEW.g, 1) ON CONFLICT(g) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER hand_delete AFTER DELETE ON t BEGIN
  UPDATE by_hand SET n = n - 1 WHERE g = OLD.g;
  DELETE FROM by_hand WHERE g = OLD.g AND n = 0;
END;
CREATE TRIGGER hand_key AFTER UPDATE OF g ON t WHEN NEW.g <> OLD.g BEGIN
  UPDATE by_hand SET n = n - 1 WHERE g = OLD.g;
  DELETE FROM by_hand WHERE g = OLD.g AND n = 0;
  INSERT INTO by_hand VALUES (NEW.g, 1) ON CONFLICT(g) DO UPDATE SET n = n + 1;
END;)",
          "SELECT g FROM by_hand"};
}

}  // namespace

std::vector<View> AllViews() { return {Group(), JoinGroup(), JoinRows(), Distinct()}; }

}  // namespace vieworm::bench
