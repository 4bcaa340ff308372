// vieworm through pg, for Node. The environment (PGHOST, PGDATABASE, ...) says which database.
import pg from 'pg';

const check = (name, good) => console.log(good ? 'ok' : 'not ok', 'pg for Node:', name);

// With one column and one row there is one value; pg parses jsonb, and hands bigint over as text.
const value = async (query, parameters) =>
  Object.values((await db.query(query, parameters)).rows[0])[0];
const bag = async (query) =>
  (await db.query({ text: query, rowMode: 'array' })).rows.map(String).sort().join('\n');
const agrees = async (view, definition) =>
  (await bag(`SELECT * FROM ${view}`)) === (await bag(definition));
const errorOf = (query, parameters) => db.query(query, parameters).then(() => null, (e) => e);

const byRegion =
  'SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region';
const big = 'SELECT id, amount FROM sale WHERE amount >= 100';

const pool = new pg.Pool({ max: 2 });
const db = await pool.connect();
await db.query(`
  SET client_min_messages = warning;
  CREATE EXTENSION vieworm;
  CREATE TABLE sale (id integer PRIMARY KEY, region text, amount numeric(10, 2))`);
await db.query(
  'INSERT INTO sale SELECT * FROM unnest($1::int[], $2::text[], $3::numeric[])',
  [[1, 2, 3], ['north', 'south', 'north'], [120, 80, 40]]);

// An object goes in as JSON by itself, and the jsonb of the answer comes out as one.
const spec = {
  name: 'sales_by_region', definition: byRegion,
  refresh: { on: 'statement', mode: 'incremental' },
};
const answer = await value('SELECT vieworm_create($1)', [spec]);
check('an object creates a view, the answer is one', answer.refresh.mode === 'incremental');
await value('SELECT vieworm_create($1, $2, $3)', ['big_sales', big, { method: 'table' }]);
check('the view has the rows of its definition', await agrees('sales_by_region', byRegion));

const before = await bag('SELECT * FROM sales_by_region');
await db.query('BEGIN');
await db.query('UPDATE sale SET region = $1 WHERE id = $2', ['west', 1]);
check('the transaction sees its own change', await value(
  'SELECT sales FROM sales_by_region WHERE region = $1', ['west']) === '1');
await db.query('ROLLBACK');
check("a rollback takes the view's change back", await bag('SELECT * FROM sales_by_region') === before);

await db.query('BEGIN');
// With a name the statement is prepared once for each connection.
for (const row of [[4, 'south', 500], [5, 'east', 60]]) {
  await db.query({ name: 'sell', text: 'INSERT INTO sale VALUES ($1, $2, $3) RETURNING id', values: row });
}
await db.query('COMMIT');
check('after the commit the view is right', await agrees('sales_by_region', byRegion));

check('a view on demand is behind', !await agrees('big_sales', big));
const report = await value('SELECT vieworm_refresh($1)', ['big_sales']);
check('the refresh tells what it changed', report.deleted === 0 && report.inserted === 1);
check('the refreshed view is right', await agrees('big_sales', big));
const verdict = await value('SELECT vieworm_verify($1)', ['sales_by_region']);
check('verify finds no difference', verdict.missing === 0 && verdict.extra === 0);
check('vieworm_views lists both', await bag('SELECT name, timing FROM vieworm_views')
  === 'big_sales,demand\nsales_by_region,statement');

// An error has SQLSTATE in .code, and .detail and .hint beside .message.
const wrong = { name: 'v', definition: 'SELECT 1', refesh: {} };
const error = await errorOf('SELECT vieworm_create($1)', [wrong]);
console.log('#', error.code, '|', error.message, '|', error.hint);
check('a wrong spec is an error with a hint',
  error.code === '22023' && error.hint === 'Did you mean "refresh"?');
check('a view that is there is an error',
  (await errorOf('SELECT vieworm_create($1)', [spec])).code === '42P07');

const [dropped] = await value('SELECT vieworm_drop($1)', ['sales_by_region']);
check('drop answers with a list of names', dropped === 'public.sales_by_region');
db.release();
await pool.end();
