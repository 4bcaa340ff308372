/* vieworm in a program, in C or C++: link it with libvieworm_sqlite.a, and call once
 *
 *   sqlite3_auto_extension((void (*)(void))sqlite3_vieworm_init);
 *
 * before the connections are opened that are to have vieworm's functions. */
#ifndef VIEWORM_SQLITE_EXT_VIEWORM_H_
#define VIEWORM_SQLITE_EXT_VIEWORM_H_

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3;
struct sqlite3_api_routines;

/* Registers the functions and vieworm_views on one connection. Returns SQLite's result code; on
 * failure *error is a text for sqlite3_free. The program's own call may give NULL for api. */
int sqlite3_vieworm_init(struct sqlite3* db, char** error, const struct sqlite3_api_routines* api);

#ifdef __cplusplus
}
#endif

#endif /* VIEWORM_SQLITE_EXT_VIEWORM_H_ */
