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
  const focusHeading = () => document.getElementById('areas')?.focus()

  return (
    <section class="card panel" aria-labelledby="areas">
      <h2 id="areas" tabIndex={-1}>
        {words.table}
      </h2>
      {areas.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div class="table-scroll">
          <table class="figures stacking">
            <caption class="visually-hidden">{words.table}</caption>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.carries}</th>
                {mayChange && (
                  <th scope="col">
                    <span class="visually-hidden">{words.actions}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </div>
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
    </section>
  )
}
