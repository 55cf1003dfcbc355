"""The rows of the table, in the order of the promise; those that need a browser are tests in tests/browser."""

from benchmarks.durability.failing_disks import failing_disks
from benchmarks.durability.file_names import file_names
from benchmarks.durability.guard_list import NO_CSV
from benchmarks.durability.guards import guards
from benchmarks.durability.kills import kills
from benchmarks.durability.model_fuzz import model_fuzz
from benchmarks.durability.mutated_files import mutated_files
from benchmarks.durability.one_field import one_field
from benchmarks.durability.outcome import Row
from benchmarks.durability.power_cuts import power_cuts
from benchmarks.durability.racers import racers
from benchmarks.durability.restored_saves import restored_saves
from benchmarks.durability.round_trips import round_trips
from benchmarks.durability.uploads import uploads

ROWS: tuple[Row, ...] = (
    Row("kills", "killed in mid-save: lost, torn, invisible, still locked", kills, small=40, ci=1_000, full=20_000),
    Row("power", "power cut after any call: not whole, or gone once saved", power_cuts, small=0, ci=0, full=0),
    Row("disks", "any call fails: not whole, not told, left over, for ever", failing_disks, small=8, ci=10_000, full=0),
    Row("fuzz", "windows, editor, sync, killer: lost update, false conflict", model_fuzz, 800, 20_000, 500_000),
    Row("racers", "several save from one version: other than one winner", racers, small=3, ci=60, full=500),
    Row("mutated", "mutated YAML: traceback, 250 ms, 50 MB, silent change", mutated_files, 500, 50_000, 2_000_000),
    Row("one-field", "one field edited: a byte changed outside of it", one_field, small=40, ci=500, full=20_000),
    Row("round-trip", "random records: a changed character", round_trips, small=200, ci=20_000, full=500_000),
    Row("restoring", "every save restored, and that undone: other bytes", restored_saves, small=10, ci=50, full=500),
    Row("names", "names: escaped, reserved, too long, overwritten", file_names, small=500, ci=10_000, full=1_000_000),
    Row("uploads", "hostile, damaged zips: taken in, 0.1 s, 50 MB, other reason", uploads, 200, 2_000, 10_000),
    Row("guards", "a guard taken out: no test fails", guards, small=1, ci=0, full=0, missing=NO_CSV),
)
