"""One shape for every error: {"error": {"code": ..., "message": ..., "details": [...]}}."""

from __future__ import annotations

import logging
from typing import Any, Optional

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

log = logging.getLogger("leaderboard.errors")


class ApiError(Exception):
    """An answer to the client that is no success."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        details: Optional[list[Any]] = None,
        headers: Optional[dict[str, str]] = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.details, self.headers = details or [], headers

    def response(self) -> JSONResponse:
        error = {"code": self.code, "message": self.message, "details": self.details}
        return JSONResponse({"error": error}, self.status, self.headers)


def from_validation(error: RequestValidationError) -> ApiError:
    details = [
        {"where": ".".join(map(str, each["loc"])), "message": each["msg"]}
        for each in jsonable_encoder(error.errors())
    ]
    return ApiError(422, "invalid_request", "the request is not what is expected here", details)


def from_http(error: HTTPException) -> ApiError:
    code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "http_error")
    return ApiError(error.status_code, code, str(error.detail), headers=error.headers)


def from_database(error: DBAPIError) -> ApiError:
    """What the client can do about it decides; the database's words go to the log."""
    log.warning("database: %s", str(error.orig).splitlines()[0])
    sqlstate = str(getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None))
    if isinstance(error, IntegrityError):
        return ApiError(409, "conflict", "this contradicts what is stored")
    if sqlstate.startswith("22"):
        return ApiError(422, "invalid_value", "the database cannot store such a value")
    return ApiError(503, "unavailable", "the database is not available", headers={"Retry-After": "1"})


def install(app: FastAPI) -> None:
    """Every way in which a request can fail ends in the one shape."""

    @app.exception_handler(ApiError)
    async def known(_: Request, error: ApiError) -> JSONResponse:
        return error.response()

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        return from_validation(error).response()

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        return from_http(error).response()

    @app.exception_handler(DBAPIError)
    async def database(_: Request, error: DBAPIError) -> JSONResponse:
        return from_database(error).response()

    @app.exception_handler(OSError)
    @app.exception_handler(PoolTimeout)
    async def unreachable(_: Request, error: Exception) -> JSONResponse:
        log.warning("database: %s", error)
        response = ApiError(503, "unavailable", "the database is not available", None,
                            {"Retry-After": "1"})
        return response.response()

    @app.exception_handler(Exception)
    async def unknown(_: Request, error: Exception) -> JSONResponse:
        return ApiError(500, "internal", "something went wrong here").response()
