/** A row that cannot be read; `message` says why. */
export class RowProblem extends Error {
  override readonly name = 'RowProblem'
}
