
-- On every store: only maintenance changes it.
CREATE FUNCTION vieworm.guard_store() RETURNS trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_guard_store';

-- On the sources of maintained views. Its argument is the name of the view's store.
CREATE FUNCTION vieworm.maintain() RETURNS trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_maintain';

-- On the registry: rows that come from a dump, after the triggers of their views.
CREATE FUNCTION vieworm.mark_restored() RETURNS trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_mark_restored';
CREATE TRIGGER vieworm_restored BEFORE INSERT ON vieworm.registry
  FOR EACH ROW EXECUTE FUNCTION vieworm.mark_restored();

CREATE FUNCTION vieworm.after_drop() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_after_drop';
CREATE FUNCTION vieworm.after_alter() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_after_alter';
CREATE FUNCTION vieworm.before_alter_table() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_before_alter_table';
CREATE FUNCTION vieworm.before_drop_extension() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_before_drop_extension';

CREATE EVENT TRIGGER vieworm_after_drop ON sql_drop
  EXECUTE FUNCTION vieworm.after_drop();
CREATE EVENT TRIGGER vieworm_after_alter ON ddl_command_end
  WHEN TAG IN ('ALTER VIEW', 'ALTER MATERIALIZED VIEW', 'ALTER TABLE', 'ALTER SCHEMA',
    'CREATE SCHEMA', 'CREATE TABLE', 'CREATE FOREIGN TABLE', 'CREATE VIEW', 'CREATE FUNCTION', 'ALTER FUNCTION',
    'ALTER ROUTINE', 'ALTER AGGREGATE', 'CREATE AGGREGATE', 'ALTER OPERATOR', 'ALTER TYPE', 'ALTER DOMAIN',
    'ALTER COLLATION', 'ALTER EXTENSION', 'REVOKE', 'DROP OWNED')
  EXECUTE FUNCTION vieworm.after_alter();
CREATE EVENT TRIGGER vieworm_before_alter_table ON ddl_command_start
  WHEN TAG IN ('ALTER TABLE')
  EXECUTE FUNCTION vieworm.before_alter_table();
CREATE EVENT TRIGGER vieworm_before_drop_extension ON ddl_command_start
  WHEN TAG IN ('DROP EXTENSION', 'DROP SCHEMA')
  EXECUTE FUNCTION vieworm.before_drop_extension();
