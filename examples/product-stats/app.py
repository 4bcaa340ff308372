"""Products by category, in Flask and synchronous SQLAlchemy, with two views over the same query:
`stats` is right after every statement, `report` shows what its last refresh found.

    DATABASE_URL=sqlite:///products.db python3 app.py
"""

from __future__ import annotations

import os
from typing import Any

from flask import Flask, jsonify, request
from sqlalchemy import CheckConstraint, Column, Float, Integer, String, create_engine, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.sql import Select
from vieworm_sqlalchemy import View, create_all, load_in_sqlite, refresh
from werkzeug.exceptions import HTTPException, NotFound, UnprocessableEntity

Base = declarative_base()


class Product(Base):
    __tablename__ = "product"
    __table_args__ = (CheckConstraint("price >= 0", name="price_is_not_negative"),)

    id = Column(Integer, primary_key=True)
    category = Column(String(100), nullable=False, index=True)  # min and max look a group through
    name = Column(String(100), nullable=False)
    price = Column(Integer, nullable=False)  # in cents


def by_category() -> Select:
    return select(
        Product.category,
        func.count().label("products"),
        func.avg(Product.price).label("average"),
        func.min(Product.price).label("least"),
        func.max(Product.price).label("greatest"),
    ).group_by(Product.category)


class Stats(View):
    __tablename__ = "stats"
    __spec__ = {"refresh": {"on": "statement"}}

    category = Column(String, primary_key=True)
    products = Column(Integer)
    average = Column(Float)
    least = Column(Integer)
    greatest = Column(Integer)

    @classmethod
    def select(cls) -> Select:
        return by_category()


class Report(View):
    __tablename__ = "report"
    __spec__ = {"method": "table"}

    category = Column(String, primary_key=True)
    products = Column(Integer)
    average = Column(Float)
    least = Column(Integer)
    greatest = Column(Integer)

    @classmethod
    def select(cls) -> Select:
        return by_category()


def open_database(url: str) -> Engine:
    engine = create_engine(url, future=True)
    load_in_sqlite(engine, os.environ.get("VIEWORM_SO", "build/vieworm"))
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        create_all(connection, if_not_exists=True)
    return engine


def create_app(url: str) -> Flask:
    app = Flask(__name__)
    engine = open_database(url)
    # A transaction of SQLite's that reads before it writes has to say so: see vieworm_sqlalchemy.py.
    writer = engine.execution_options(sqlite_begin="IMMEDIATE")

    @app.errorhandler(HTTPException)
    def as_json(error: HTTPException) -> tuple[Any, int]:
        return jsonify(error={"code": error.name, "message": error.description}), error.code or 500

    @app.post("/products")
    def add() -> tuple[Any, int]:
        body = request.get_json()
        product = Product(category=text_of(body, "category"), name=text_of(body, "name"),
                          price=price_of(body))
        with Session(writer, future=True) as session, session.begin():
            session.add(product)
            session.flush()
            return jsonify(id=product.id), 201

    @app.patch("/products/<int:product_id>")
    def change_price(product_id: int) -> tuple[str, int]:
        price = price_of(request.get_json())
        with Session(writer, future=True) as session, session.begin():
            product_with(session, product_id).price = price
        return "", 204

    @app.delete("/products/<int:product_id>")
    def remove(product_id: int) -> tuple[str, int]:
        with Session(writer, future=True) as session, session.begin():
            session.delete(product_with(session, product_id))
        return "", 204

    @app.get("/stats")
    def stats() -> Any:
        with Session(engine, future=True) as session:
            return jsonify(rows_of(session, Stats))

    @app.get("/report")
    def report() -> Any:
        with Session(engine, future=True) as session:
            return jsonify(rows_of(session, Report))

    @app.post("/report/refresh")
    def refresh_report() -> Any:
        with Session(writer, future=True) as session, session.begin():
            answer = refresh(session, Report)[0]
        return jsonify(deleted=answer["deleted"], inserted=answer["inserted"])

    return app


def rows_of(session: Session, view: Any) -> list[dict[str, Any]]:
    rows = session.execute(select(view).order_by(view.category)).scalars()
    return [{"category": row.category, "products": row.products, "average": float(row.average),
             "least": row.least, "greatest": row.greatest} for row in rows]


def product_with(session: Session, product_id: int) -> Product:
    product = session.get(Product, product_id) if product_id < 2**31 else None
    if product is None:
        raise NotFound(f"there is no product {product_id}")
    return product


def text_of(body: Any, key: str) -> str:
    value = body.get(key) if isinstance(body, dict) else None
    if not isinstance(value, str) or not 1 <= len(value) <= 100 or "\0" in value:
        raise UnprocessableEntity(f'"{key}" is a text of 1 to 100 characters')
    return value


def price_of(body: Any) -> int:
    value = body.get("price") if isinstance(body, dict) else None
    if type(value) is not int or not 0 <= value < 2**31:
        raise UnprocessableEntity('"price" is a number of cents')
    return value


if __name__ == "__main__":
    create_app(os.environ.get("DATABASE_URL", "sqlite:///products.db")).run(port=5000)
