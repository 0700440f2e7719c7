// Asks Learning Locker's validator about statements; prints what it finds wrong with each, one line each.
// Usage: node validate.cjs <node_modules> < statements.json
const {readFileSync} = require('node:fs');
const validate = require(`${process.argv[2]}/@learninglocker/xapi-validation`).default;
for (const statement of JSON.parse(readFileSync(0, 'utf8'))) {
  console.log(JSON.stringify(validate(statement).map(String)));
}
