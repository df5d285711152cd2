interface ProblemProps {
  message: string
  onRetry: () => unknown
}

/** Something could not be loaded: what happened, and one way on. */
export function Problem({ message, onRetry }: ProblemProps) {
  return (
    <div className="problem" role="alert">
      <p>{message}</p>
      <button type="button" className="button" onClick={() => onRetry()}>
        Try again
      </button>
    </div>
  )
}
