"""writer.py URL SEED COUNT: another program that plays, without vieworm: one row at a time, it enters
matches, corrects some and takes some back."""

import random
import sys

from sqlalchemy import create_engine, text

url, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(seed)
wait = {"connect_args": {"timeout": 60}} if url.startswith("sqlite") else {}
engine = create_engine(url, future=True, **wait)

enter = text("INSERT INTO gamematch (player1, player2, winner, bet) VALUES (:one, :two, :winner, :bet)")
correct = text("UPDATE gamematch SET winner = CASE winner WHEN player1 THEN player2 ELSE player1 END "
               "WHERE id = :id")
take_back = text("DELETE FROM gamematch WHERE id = :id")
rename = text("UPDATE users SET name = 'again ' || name WHERE id = :one AND length(name) < 30")

for _ in range(count):
    one, two = random.sample(range(1, 11), 2)
    with engine.begin() as connection:
        connection.execute(enter, {"one": one, "two": two, "winner": random.choice((one, two)),
                                   "bet": random.randint(1, 50)})
    with engine.begin() as connection:
        if random.random() < 0.2:
            connection.execute(rename, {"one": one})
        else:
            connection.execute(random.choice((correct, take_back)), {"id": random.randint(1, count)})
