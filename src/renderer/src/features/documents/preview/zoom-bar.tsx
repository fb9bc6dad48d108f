import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import { IconZoomIn, IconZoomOut, type Icon } from '@tabler/icons-react'
import { nextZoom, ZOOMS, type Zoom } from './paper.ts'
import classes from './preview.module.css'

/** How large the pages are shown. */
export function ZoomBar(props: {
  readonly zoom: Zoom
  /** How large they are shown now, also where that follows from the room: 1 is as they are printed. */
  readonly shownNow: () => number
  readonly onZoom: (zoom: Zoom) => void
}) {
  const step = (by: -1 | 1) => {
    const next = nextZoom(props.shownNow(), by)
    if (next !== null) props.onZoom(next)
  }
  return (
    <div className={classes.zoom}>
      <ZoomButton label="Smaller" icon={IconZoomOut} onClick={() => step(-1)} />
      <NativeSelect
        size="xs"
        aria-label="Size of the pages"
        data={[
          { value: 'fit', label: 'Fit the width' },
          ...ZOOMS.map((zoom) => ({ value: String(zoom), label: `${zoom * 100} %` })),
        ]}
        value={String(props.zoom)}
        onChange={({ currentTarget: { value } }) => props.onZoom(ZOOMS.find((zoom) => String(zoom) === value) ?? 'fit')}
      />
      <ZoomButton label="Larger" icon={IconZoomIn} onClick={() => step(1)} />
    </div>
  )
}

function ZoomButton(props: { readonly label: string; readonly icon: Icon; readonly onClick: () => void }) {
  const { label, icon: ZoomIcon } = props
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={`${label} pages`} onClick={props.onClick}>
        <ZoomIcon size={16} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}
