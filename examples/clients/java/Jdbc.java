// vieworm through JDBC: java -cp DRIVER.jar Jdbc.java URL
//
// With PostgreSQL's driver, jdbc:postgresql://localhost/shop?user=me; or with SQLite's,
// jdbc:sqlite:/tmp/shop.db?enable_load_extension=true, where VIEWORM_SO names the module.
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class Jdbc {
  static final String BY_REGION =
      "SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region";
  static final String BIG = "SELECT id, amount FROM sale WHERE amount >= 100";
  static final String SPEC = """
      {"name": "sales_by_region", "definition": "%s",
       "refresh": {"on": "statement", "mode": "incremental"}}""".formatted(BY_REGION);

  static Connection db;
  static String engine;

  static void check(String name, boolean good) {
    System.out.printf("%s JDBC on %s: %s%n", good ? "ok" : "not ok", engine, name);
  }

  static PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = db.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
    return statement;
  }

  static int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** The rows as texts, in an order of their own: a bag. */
  static List<String> bag(String sql, Object... parameters) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, parameters);
         ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) row.add(result.getString(i));
        rows.add(String.join("|", row));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  /** A function of vieworm's: its JSON comes as text, with or without blanks. */
  static String call(String sql, Object... parameters) throws SQLException {
    return bag(sql, parameters).get(0).replace(" ", "");
  }

  static boolean agrees(String view, String definition) throws SQLException {
    return bag("SELECT * FROM " + view).equals(bag(definition));
  }

  static SQLException errorOf(String sql, Object... parameters) {
    try {
      bag(sql, parameters);
      return null;
    } catch (SQLException error) {
      return error;
    }
  }

  public static void main(String[] arguments) throws SQLException {
    db = DriverManager.getConnection(arguments[0]);
    engine = db.getMetaData().getDatabaseProductName();
    if (engine.equals("PostgreSQL")) {
      update("CREATE EXTENSION vieworm");
    } else {
      bag("SELECT load_extension(?)", System.getenv("VIEWORM_SO"));
    }
    update("CREATE TABLE sale (id integer PRIMARY KEY, region varchar(20), amount integer)");
    try (PreparedStatement insert = db.prepareStatement("INSERT INTO sale VALUES (?, ?, ?)")) {
      Object[][] rows = {{1, "north", 120}, {2, "south", 80}, {3, "north", 40}};
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) insert.setObject(i + 1, row[i]);
        insert.addBatch();
      }
      insert.executeBatch();
    }

    // The spec is a String, as any other parameter.
    check("a String creates a view", call("SELECT vieworm_create(?)", SPEC).contains("\"incremental\""));
    call("SELECT vieworm_create(?, ?, ?)", "big_sales", BIG, "{\"method\": \"table\"}");
    check("the view has the rows of its definition", agrees("sales_by_region", BY_REGION));

    db.setAutoCommit(false);
    List<String> before = bag("SELECT * FROM sales_by_region");
    update("UPDATE sale SET region = ? WHERE id = ?", "west", 1);
    check("the transaction sees its own change",
        bag("SELECT amount FROM sales_by_region WHERE region = ?", "west").equals(List.of("120")));
    db.rollback();
    check("a rollback takes the view's change back",
        bag("SELECT * FROM sales_by_region").equals(before));
    Savepoint savepoint = db.setSavepoint();
    update("DELETE FROM sale");
    db.rollback(savepoint);
    // The drivers prepare in the server what is run often: so it goes on behind vieworm's DDL.
    for (int id = 4; id < 12; id++) update("INSERT INTO sale VALUES (?, ?, ?)", id, "south", 50 * id);
    db.commit();
    db.setAutoCommit(true);
    check("after the commit the view is right", agrees("sales_by_region", BY_REGION));

    check("a view on demand is behind", !agrees("big_sales", BIG));
    String report = call("SELECT vieworm_refresh(?)", "big_sales");
    check("the refresh tells what it changed",
        report.contains("\"deleted\":0") && report.contains("\"inserted\":8"));
    check("the refreshed view is right", agrees("big_sales", BIG));
    String verdict = call("SELECT vieworm_verify(?)", "sales_by_region");
    check("verify finds no difference",
        verdict.contains("\"missing\":0") && verdict.contains("\"extra\":0"));
    check("vieworm_views lists both", bag("SELECT name, timing FROM vieworm_views")
        .equals(List.of("big_sales|demand", "sales_by_region|statement")));

    List<String> columns = new ArrayList<>();
    try (ResultSet result = db.getMetaData().getColumns(null, null, "sales_by_region", "%")) {
      while (result.next()) columns.add(result.getString("COLUMN_NAME"));
    }
    check("the metadata has the view's columns",
        columns.equals(List.of("region", "sales", "amount")));

    // PostgreSQL: SQLSTATE, and detail and hint in the message, or each from PSQLException's
    // getServerErrorMessage(). SQLite: SQLite's code, and "vieworm: message; detail; hint".
    SQLException error = errorOf("SELECT vieworm_create(?)",
        "{\"name\": \"v\", \"definition\": \"SELECT 1\", \"refesh\": {}}");
    System.out.printf("# %s %d | %s%n", error.getSQLState(), error.getErrorCode(),
        error.getMessage().replace("\n", " | "));
    check("a wrong spec is an error with a hint",
        error.getMessage().contains("id you mean \"refresh\"?"));

    check("drop answers with the names",
        call("SELECT vieworm_drop(?)", "sales_by_region").contains("sales_by_region"));
    db.close();
  }
}
