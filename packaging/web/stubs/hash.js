// Stands for the hash by which Tailwind recognises a configuration that it already knows.
// Every build here is a new one, so every hash is a new value.
export default () => Symbol('configuration')
