-- A transaction of a pgbench client, which keeps to groups of its own.
\set id random(1, :rows / :clients - 1) * :clients + :client_id
UPDATE t SET v = v + 1 WHERE id = :id;
