// vieworm through better-sqlite3, for Node: node_better_sqlite3.mjs FILE; VIEWORM_SO names the module.
import Database from 'better-sqlite3';

const check = (name, good) => console.log(good ? 'ok' : 'not ok', 'better-sqlite3 for Node:', name);

const db = new Database(process.argv[2]);
db.loadExtension(process.env.VIEWORM_SO ?? 'build/vieworm');

// A vieworm function: objects go in as JSON text, and the JSON of the answer comes out parsed.
function call(name, ...parameters) {
  const texts = parameters.map((p) => (typeof p === 'object' ? JSON.stringify(p) : p));
  return JSON.parse(
    db.prepare(`SELECT ${name}(${texts.map(() => '?').join(', ')})`).pluck().get(texts));
}
const bag = (query) => db.prepare(query).raw().all().map(String).sort().join('\n');
const agrees = (view, definition) => bag(`SELECT * FROM ${view}`) === bag(definition);

function errorOf(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
}

const byRegion =
  'SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region';
const big = 'SELECT id, amount FROM sale WHERE amount >= 100';

db.exec('CREATE TABLE sale (id INTEGER PRIMARY KEY, region TEXT, amount INTEGER)');
const insert = db.prepare('INSERT INTO sale VALUES (?, ?, ?)');
// transaction() makes a function that begins, and commits, or rolls back when it throws.
const insertAll = db.transaction((rows) => rows.forEach((row) => insert.run(row)));
insertAll([[1, 'north', 120], [2, 'south', 80], [3, 'north', 40]]);

const spec = {
  name: 'sales_by_region', definition: byRegion,
  refresh: { on: 'statement', mode: 'incremental' },
};
const answer = call('vieworm_create', spec);
check('an object creates a view', answer.refresh.mode === 'incremental');
check('the view has the rows of its definition', agrees('sales_by_region', byRegion));
call('vieworm_create', 'big_sales', big, { method: 'table' });

const before = bag('SELECT * FROM sales_by_region');
errorOf(db.transaction(() => {
  db.prepare('UPDATE sale SET region = @region WHERE id = @id').run({ region: 'west', id: 1 });
  check('the transaction sees its own change', bag('SELECT * FROM sales_by_region') !== before);
  throw new Error('changed my mind');
}));
check("a rollback takes the view's change back", bag('SELECT * FROM sales_by_region') === before);
insertAll([[4, 'south', 500], [5, 'east', 60]]);
check('after the commit the view is right', agrees('sales_by_region', byRegion));

check('a view on demand is behind', !agrees('big_sales', big));
const report = call('vieworm_refresh', 'big_sales');
check('the refresh tells what it changed', report.deleted === 0 && report.inserted === 1);
check('the refreshed view is right', agrees('big_sales', big));
const verdict = call('vieworm_verify', 'sales_by_region');
check('verify finds no difference', verdict.missing === 0 && verdict.extra === 0);
check('vieworm_views lists both', bag('SELECT name, timing FROM vieworm_views')
  === 'big_sales,demand\nsales_by_region,statement');

// An error has SQLite's code in .code; its .message is "vieworm: message; detail; hint".
const wrong = { name: 'v', definition: 'SELECT 1', refesh: {} };
const error = errorOf(() => call('vieworm_create', wrong));
console.log('#', error.code, '|', error.message);
check('a wrong spec is an error with a hint', error instanceof Database.SqliteError
  && error.message.includes('id you mean "refresh"?'));

const [dropped] = call('vieworm_drop', 'sales_by_region');
check('drop answers with a list of names', dropped === 'main.sales_by_region');
db.close();
