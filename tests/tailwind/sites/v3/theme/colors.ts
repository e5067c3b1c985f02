export type Shade = 'light' | 'deep'

export const brand: Record<Shade | 'DEFAULT', string> = {
  light: '#ffd8a8',
  DEFAULT: '#ff8800',
  deep: '#8a3c00',
}
