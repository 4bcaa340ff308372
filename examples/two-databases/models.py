"""What both databases have: a table, and a view that each statement on it keeps right."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, func, select
from sqlalchemy.orm import declarative_base
from sqlalchemy.sql import Select
from vieworm_sqlalchemy import View

Base = declarative_base()


class Sale(Base):
    __tablename__ = "sale"

    id = Column(Integer, primary_key=True)
    region = Column(String, nullable=False)
    coins = Column(Integer, nullable=False)


class Totals(View):
    __tablename__ = "totals"
    __spec__ = {"refresh": {"on": "statement"}}

    region = Column(String, primary_key=True)
    sales = Column(Integer)
    coins = Column(Integer)

    @classmethod
    def select(cls) -> Select:
        sales, coins = func.count().label("sales"), func.sum(Sale.coins).label("coins")
        return select(Sale.region, sales, coins).group_by(Sale.region)
