// Whether this browser can draw the sheet at all.
export const hasWebgl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;
