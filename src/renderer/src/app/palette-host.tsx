import { lazy, Suspense } from 'react'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** Loads the palette the first time it is asked for; `request` counts the askings. */
export function PaletteHost({ request }: { readonly request: number }) {
  if (request === 0) return null
  return (
    <Suspense>
      <Palette request={request} />
    </Suspense>
  )
}
