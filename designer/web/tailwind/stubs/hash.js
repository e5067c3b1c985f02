// Replaces the hash by which Tailwind caches configurations. Every build is new, so every hash is
// unique.
export default () => Symbol('configuration')
