/** Rows of the height that they will keep, and for those who do not see them, what is going on. */
export function RowsLoading({ label }: { label: string }) {
  return (
    <>
      <p className="nectar-sr" role="status">
        {label}
      </p>
      <ul className="nectar-rows" aria-hidden="true">
        {[0, 1, 2].map((index) => (
          <li key={index} className="nectar-row">
            <i className="nectar-skeleton" data-nectar-line="avatar" />
            <div className="nectar-who">
              <i className="nectar-skeleton" data-nectar-line="name" />
              <i className="nectar-skeleton" data-nectar-line="detail" />
            </div>
            <div className="nectar-row__state">
              <i className="nectar-skeleton" data-nectar-line="badge" />
              <i className="nectar-skeleton" data-nectar-line="sentence" />
            </div>
            <div className="nectar-row__end">
              <i className="nectar-skeleton" data-nectar-line="time" />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
