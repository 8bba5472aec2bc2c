import type { Area, AreaUse } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { useAreas } from '../tickets/use-tickets.ts'
import { AreaNameForm } from './area-name-form.tsx'
import { AreaRemoval } from './area-removal.tsx'
import { usesInWords } from './area-uses.ts'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'
import { focusPanel, SettingsPanel } from './settings-panel.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useAreaAdding, useAreaRenaming, useAreaUses } from './use-areas.ts'
import './members.css'

const words = text.settings.areas

/** The blocks of the host's product, and what carries each. */
export function AreasPage({ mayChange }: SectionProps) {
  const areas = useAreas()
  const uses = useAreaUses()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={areas} skeleton={<Skeleton height={360} />}>
        {({ items }) => (
          <Loaded query={uses} skeleton={<Skeleton height={360} />}>
            {(used) => <Areas areas={items} uses={used.items} mayChange={mayChange} />}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

type Props = { areas: Area[]; uses: AreaUse[]; mayChange: boolean }

function Areas({ areas, uses, mayChange }: Props) {
  const [renaming, setRenaming] = useState<string | null>(null)
  const [removing, setRemoving] = useState<Area | null>(null)
  const [said, setSaid] = useState('')
  const adding = useAreaAdding()
  const renamingOne = useAreaRenaming()
  const useOf = (id: string) => uses.find(({ areaId }) => areaId === id)
  const focusHeading = () => focusPanel('areas')

  return (
    <SettingsPanel id="areas" title={words.table}>
      {areas.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <SettingsTable
          caption={words.table}
          columns={[words.name, words.carries]}
          actions={mayChange ? words.actions : undefined}
        >
          {areas.map((area) => (
            <tr key={area.id}>
              <th scope="row">
                {renaming === area.id ? (
                  <AreaNameForm
                    label={words.newName(area.name)}
                    submit={words.save}
                    start={area.name}
                    isLabelHidden
                    naming={renamingOne}
                    onSubmit={(name, done) =>
                      renamingOne.mutate(
                        { id: area.id, name },
                        {
                          onSuccess: () => {
                            done()
                            setRenaming(null)
                            setSaid(words.renamed(name))
                            focusHeading()
                          },
                        },
                      )
                    }
                    onCancel={() => {
                      renamingOne.reset()
                      setRenaming(null)
                    }}
                  />
                ) : (
                  area.name
                )}
              </th>
              <td class="area-uses" data-label={words.carries}>
                {usesInWords(useOf(area.id))}
              </td>
              {mayChange && (
                <td class="number">
                  {renaming !== area.id && (
                    <span class="member-actions">
                      <button
                        type="button"
                        class="button"
                        aria-label={words.renameOf(area.name)}
                        onClick={() => {
                          renamingOne.reset()
                          setRenaming(area.id)
                        }}
                      >
                        {words.rename}
                      </button>
                      <button
                        type="button"
                        class="button"
                        aria-label={words.removeOf(area.name)}
                        onClick={() => setRemoving(area)}
                      >
                        {words.remove}
                      </button>
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </SettingsTable>
      )}
      <p class="soft small" role="status">
        {said}
      </p>
      {mayChange && (
        <AreaNameForm
          label={words.add}
          submit={words.submit}
          start=""
          naming={adding}
          onSubmit={(name, done) =>
            adding.mutate(name, {
              onSuccess: () => {
                done()
                setSaid(words.added(name))
              },
            })
          }
        />
      )}
      {removing && (
        <AreaRemoval
          area={removing}
          use={useOf(removing.id)}
          others={areas.filter(({ id }) => id !== removing.id)}
          onRemoved={(told) => {
            setRemoving(null)
            setSaid(told)
            focusHeading() // the row goes, and with it the button that had the focus
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </SettingsPanel>
  )
}
