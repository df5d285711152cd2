import { useId } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { canFilter, countGroups, filterRows, type ListFilter, type ListRow } from '../data/list-model.ts'
import { enLists } from '../i18n/en-lists.ts'
import { numberFormat, plural } from '../i18n/intl.ts'
import { format } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MORE_ICONS, STATUS_ICONS } from '../ui/more-icons.ts'
import { Actions } from '../ui/panel.tsx'
import { EmptyState } from './load-state.tsx'

interface FilterProps {
  rows: readonly ListRow[]
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
}

/** Title and count; from seven connections up a search, and a filter for each group that has any. */
export function ListTop({ title, rows, filter, onFilter }: FilterProps & { title: string }) {
  const { messages } = useSettings(enLists)
  const searchId = useId()
  const isLong = canFilter(rows)
  const count = (value: number) => numberFormat(messages.locale).format(value)
  const filters = [{ group: null, size: rows.length } as const, ...countGroups(rows)]
  return (
    <header className="nectar-list__top">
      <h3>
        <span>{title}</span> <span className="nectar-count">{count(rows.length)}</span>
      </h3>
      {isLong && (
        <div className="nectar-search">
          <Icon name={MORE_ICONS.search} />
          <label className="nectar-sr" htmlFor={searchId}>
            {messages.list.search}
          </label>
          <input
            id={searchId}
            className="nectar-input"
            type="search"
            placeholder={messages.list.search}
            value={filter.query}
            onChange={(event) => onFilter({ ...filter, query: event.target.value })}
          />
        </div>
      )}
      {isLong && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings looks that hosts reset in all sorts of ways
        <div className="nectar-chips" role="group" aria-label={messages.list.filters}>
          {filters.map(({ group, size }) => (
            <button
              key={group ?? 'all'}
              type="button"
              className="nectar-chip"
              data-nectar-tone={group ?? undefined}
              aria-pressed={filter.group === group}
              onClick={() => onFilter({ ...filter, group })}
            >
              {group && <Icon name={STATUS_ICONS[group]} />}
              <span>{group ? messages.list.groups[group] : messages.list.all}</span>{' '}
              <span className="nectar-count">{count(size)}</span>
            </button>
          ))}
        </div>
      )}
    </header>
  )
}

/** Says where the match is, if there is one outside the filter, and how to get there. */
export function ListNoMatch({ rows, filter, onFilter }: FilterProps) {
  const { messages } = useSettings(enLists)
  const words = messages.list
  const elsewhere = filterRows(rows, { ...filter, group: null })
  const [first] = elsewhere
  const name = first?.connection.providerName ?? words.unnamed
  const found = format(plural(messages.locale, words.elsewhere, elsewhere.length), { name })
  return (
    <EmptyState
      role="status"
      title={format(words.noMatchTitle, { query: filter.query.trim() })}
      lead={first ? found : words.noMatchLead}
    >
      <Actions>
        {first && (
          <Button onClick={() => onFilter({ ...filter, group: null })}>
            {format(words.searchAll, { count: numberFormat(messages.locale).format(rows.length) })}
          </Button>
        )}
        <Button kind={first ? 'quiet' : 'secondary'} onClick={() => onFilter({ ...filter, query: '' })}>
          {words.clearSearch}
        </Button>
      </Actions>
    </EmptyState>
  )
}
