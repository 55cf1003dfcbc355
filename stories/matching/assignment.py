"""The assignment problem: which column for which row, so that the sum is greatest. Exact."""

import numpy as np
from numpy.typing import NDArray

_FAR = np.iinfo(np.int64).max // 4


def assign(worth: NDArray[np.int64]) -> list[int]:
    """Return for each row its own column, so that the sum of `worth` is the greatest there is.

    Whole numbers, so that nothing is rounded; at least as many columns as rows. Shortest augmenting paths (Jonker and
    Volgenant 1987, Computing 38) in the form for rectangles of Crouse 2016 (IEEE Trans. AES 52), which is also what
    scipy's `linear_sum_assignment` does. Steps grow with rows² and each looks at all columns at once: 20 questions
    and 10,000 stories take milliseconds.
    """
    rows, columns = worth.shape
    if rows > columns:
        raise ValueError("more rows than columns")
    of_row, of_column = np.zeros(rows, dtype=np.int64), np.zeros(columns, dtype=np.int64)
    row_at, column_at = np.full(columns, -1), np.full(rows, -1)
    for start in range(rows):
        length, before = np.full(columns, _FAR), np.full(columns, -1)
        open_columns = np.ones(columns, dtype=bool)
        row, reached, seen = start, 0, [start]
        while True:
            through = reached - worth[row] - of_row[row] - of_column
            shorter = open_columns & (through < length)
            length[shorter], before[shorter] = through[shorter], row
            end = int(np.where(open_columns, length, _FAR).argmin())
            reached, open_columns[end] = int(length[end]), False
            if row_at[end] < 0:
                break
            row = int(row_at[end])
            seen.append(row)
        of_row[start] += reached
        for row in seen[1:]:
            of_row[row] += reached - length[column_at[row]]
        of_column[~open_columns] -= reached - length[~open_columns]
        while end >= 0:
            row = int(before[end])
            row_at[end] = row
            column_at[row], end = end, int(column_at[row])
    return [int(column) for column in column_at]
