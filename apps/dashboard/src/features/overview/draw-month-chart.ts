import { formatMonthShort } from '../../ui/dates.ts'
import { drawTimeChart } from '../../ui/draw-time-chart.ts'
import { formatNps } from '../../ui/numbers.ts'
import { isEnough, type Month, scoreRange } from './months.ts'

type Hosts = { scores: HTMLElement; answers: HTMLElement }
type Callbacks = { onHover: (at: number | null) => void; onOpen: (month: string) => void }

/** Draws the months into their hosts and keeps them in step with the width and the theme. @returns its stop */
export const drawMonthChart = (hosts: Hosts, months: Month[], { onHover, onOpen }: Callbacks): (() => void) =>
  drawTimeChart(
    { figures: hosts.scores, answers: hosts.answers },
    months.map(({ month, figure }) => ({
      label: formatMonthShort(month),
      value: isEnough(figure) ? figure.score : null,
      low: figure.low,
      high: figure.high,
      answers: figure.answers,
    })),
    { range: scoreRange(months), steps: [20, 50], format: formatNps },
    {
      onHover,
      onOpen: (at) => {
        const month = months[at]?.month
        if (month !== undefined) onOpen(month)
      },
    },
  )
