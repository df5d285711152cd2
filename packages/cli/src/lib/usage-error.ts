/** The command was used wrongly: said on stderr, with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
