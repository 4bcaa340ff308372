-- What every regression test ends with: dropping all of it leaves nothing behind.
RESET ROLE;
SET client_min_messages = warning;
DROP SCHEMA test CASCADE;
SELECT count(*) AS views_left FROM vieworm.registry;
SELECT relname AS left_behind FROM pg_class
WHERE relnamespace = 'vieworm'::regnamespace AND relkind IN ('r', 'v', 'm') AND relname NOT IN ('registry', 'programs', 'followed');
DROP EXTENSION vieworm;
