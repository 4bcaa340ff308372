"""python3 -m service.job: refreshes what is due and prints the first three. For a crontab: the same
code as in the service, outside of any request."""

import asyncio

from . import game
from .database import transaction


async def main() -> None:
    async with transaction(write=True):  # the two calls inside join in
        await game.refresh_due()
        total, best = await game.standings(limit=3)
    print(f"{total} players")
    for row in best:
        print(row.rank, row.player, row.coins)


if __name__ == "__main__":
    asyncio.run(main())
