// Python's errors, as far as tools raise or catch them.
export class PythonError extends Error {}
export class ValueError extends PythonError {}
export class TypeError extends PythonError {}
export class LookupError extends PythonError {}
export class ArithmeticError extends PythonError {}
export class NotImplementedError extends PythonError {}
