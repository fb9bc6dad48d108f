import { Button, TagsInput, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { WordGroup } from '#shared/documents.ts'
import { changed, moved, neighbourOf, without } from '../../model/list-edits.ts'
import { newGroup } from '../../model/new-parts.ts'
import { focusSoon } from '../edit-context.ts'
import { FindingNotes } from './finding-notes.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

const GROUPS_MOST = 40
const WORDS_MOST = 100
const WORD_MAX_CHARS = 100

/** Rows of words under a label: skills, languages. */
export function GroupList(props: {
  /** Of the section that they stand in. */
  readonly id: string
  readonly groups: readonly WordGroup[]
  readonly onChange: (groups: WordGroup[], field?: string) => void
}) {
  const { groups, onChange } = props
  const add = () => {
    const group = newGroup()
    onChange([...groups, group])
    focusSoon(`${group.id}-label`)
  }
  const remove = (id: string) => {
    const neighbour = neighbourOf(groups, id)
    onChange(without(groups, id))
    focusSoon(neighbour === null ? `${props.id}-add-group` : `${neighbour.id}-label`)
  }
  return (
    <div className={classes.claims}>
      {groups.map((group, index) => {
        const name = group.label === '' ? `Row ${index + 1}` : group.label
        return (
          <div key={group.id} className={classes.group} data-off={!group.isShown || undefined}>
            <div className={classes.groupFields}>
              <TextInput
                id={`${group.id}-label`}
                aria-label={`Label of row ${index + 1}`}
                placeholder="Label, as: Languages"
                maxLength={80}
                value={group.label}
                onChange={({ currentTarget: { value } }) =>
                  onChange(changed(groups, group.id, { label: value }), `${group.id} label`)
                }
              />
              <TagsInput
                aria-label={`Words of ${name}`}
                placeholder="Add a word and press Enter"
                maxTags={WORDS_MOST}
                splitChars={[',', ';', '\n']}
                value={group.words}
                onChange={(words) =>
                  onChange(changed(groups, group.id, { words: words.map((word) => word.slice(0, WORD_MAX_CHARS)) }))
                }
              />
            </div>
            <RowTools
              id={group.id}
              name={name}
              place={{ index, count: groups.length }}
              isShown={group.isShown}
              onMove={(step) => onChange(moved(groups, group.id, step))}
              onShow={(isShown) => onChange(changed(groups, group.id, { isShown }))}
              onRemove={() => remove(group.id)}
            />
            <FindingNotes id={group.id} />
          </div>
        )
      })}
      {groups.length < GROUPS_MOST && (
        <div>
          <Button
            id={`${props.id}-add-group`}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden="true" />}
            onClick={add}
          >
            Add a row of words
          </Button>
        </div>
      )}
    </div>
  )
}
