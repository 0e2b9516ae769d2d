// Runs every case of a file through the npm interpreter aws-local-stepfunctions, all in this process, and prints what came out:
// the output or the error, and the states in the order they were entered, each with the id in its input.
import { readFileSync } from "node:fs";
import { StateMachine } from "aws-local-stepfunctions";

function handlers(functions) {
  const calls = new Map();
  return Object.fromEntries(Object.entries(functions).map(([state, wanted]) => [state, async ({ FunctionName, Payload }) => {
    const key = `${state} ${Payload.id}`;
    const count = (calls.get(key) ?? 0) + 1;
    calls.set(key, count);
    if (count <= wanted.failures) {
      const error = new Error(JSON.stringify({ errorType: wanted.error, errorMessage: `${FunctionName} failed` }));
      error.name = wanted.error;
      throw error;
    }
    return { ExecutedVersion: "$LATEST", Payload: { from: FunctionName, n: Payload.n + 1, list: Payload.list }, StatusCode: 200 };
  }]));
}

async function run({ definition, input, functions, waits, retried }) {
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
  const execution = machine.run(input, {
    overrides: {
      taskResourceLocalHandlers: handlers(functions),
      waitTimeOverrides: Object.fromEntries(waits.map((state) => [state, 1])),
      retryIntervalOverrides: Object.fromEntries(retried.map((state) => [state, 0])),
    },
  });
  const entered = [];
  const listening = (async () => {
    for await (const event of execution.eventLogs) {
      if (event.type === "StateEntered") {
        entered.push({ state: event.state.name, id: event.state.input.id });
      }
    }
  })();
  const ended = await execution.result.then(
    (output) => ({ output }),
    (failure) => ({ error: failure.cause?.name ?? failure.name, cause: failure.cause?.message ?? failure.message }));
  await listening;
  return { ...ended, entered };
}

// the interpreter leaves branches behind when a branch beside them fails; what becomes of those is nobody's concern here
process.on("unhandledRejection", () => undefined);
const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(await Promise.all(cases.map(run))));
