import type { ResponseItem } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useAreas } from '../tickets/use-tickets.ts'
import { useAreaMarking } from './use-marks.ts'

const words = text.responses.marks

type Props = { answer: Pick<ResponseItem, 'id' | 'areas'>; onClose: () => void }

/** Which areas of the product an answer is about. Each choice is kept at once. */
export function AreasDialog({ answer: { id, areas }, onClose }: Props) {
  const query = useAreas()
  const marking = useAreaMarking()
  return (
    <Modal title={words.areasTitle} onClose={onClose}>
      <div class="areas-choice">
        {marking.isError && <ProblemNotice error={marking.error} />}
        <Loaded query={query} skeleton={<Skeleton height={160} />}>
          {({ items }) =>
            items.length === 0 ? (
              <p class="soft">{words.noAreas}</p>
            ) : (
              <fieldset>
                <legend class="visually-hidden">{words.areasTitle}</legend>
                {items.map((area) => (
                  <label class="check" key={area.id}>
                    <input
                      type="checkbox"
                      checked={areas.some((each) => each.id === area.id)}
                      onChange={({ currentTarget: { checked } }) =>
                        marking.mutate({
                          id,
                          areas: items.filter((each) =>
                            each.id === area.id ? checked : areas.some((chosen) => chosen.id === each.id),
                          ),
                        })
                      }
                    />
                    <bdi>{area.name}</bdi>
                  </label>
                ))}
              </fieldset>
            )
          }
        </Loaded>
      </div>
    </Modal>
  )
}
