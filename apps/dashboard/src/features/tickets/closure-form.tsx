import type { TicketDetail } from '@heed/contracts'
import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useAreas, useClosure } from './use-tickets.ts'

const words = text.tickets.closing

type Props = { ticket: TicketDetail; form: RefObject<HTMLFormElement> }

/** Closes a ticket, which takes an area, or reopens it. */
export function ClosureForm({ ticket, form }: Props) {
  const areas = useAreas()
  const closure = useClosure(ticket.id)
  const [areaId, setAreaId] = useState(ticket.area?.id ?? '')
  const [isMissing, setMissing] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  const faultId = useId()

  if (ticket.state === 'closed') {
    return (
      <div class="closure">
        <p class="soft" role="status">
          {ticket.area ? words.closedWith(ticket.area.name) : words.closed}
        </p>
        <button type="button" class="button" aria-disabled={closure.isPending} onClick={() => closure.mutate(null)}>
          {words.reopen}
        </button>
        {closure.isError && <ProblemNotice error={closure.error} />}
      </div>
    )
  }

  return (
    <form
      ref={form}
      class="closure"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(areaId === '')
        if (areaId === '') select.current?.focus()
        else if (!closure.isPending) closure.mutate(areaId)
      }}
    >
      <select
        ref={select}
        class="select"
        aria-label={words.area}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? faultId : undefined}
        value={areaId}
        onChange={(event) => {
          setAreaId(event.currentTarget.value)
          setMissing(false)
        }}
      >
        <option value="">{words.choose}</option>
        {(areas.data?.items ?? (ticket.area ? [ticket.area] : [])).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" class="button" aria-disabled={closure.isPending}>
        {words.close}
      </button>
      {isMissing && (
        <p class="field-error" id={faultId} role="alert">
          {words.areaRequired}
        </p>
      )}
      {areas.isError && <ProblemNotice error={areas.error} onRetry={() => areas.refetch()} />}
      {closure.isError && <ProblemNotice error={closure.error} />}
    </form>
  )
}
