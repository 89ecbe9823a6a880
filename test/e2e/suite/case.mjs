/**
 * What a case of the table is made of. A case is data: rows or files that go into one Lexer node, how
 * the node and the servers behave, and what must come out on both outputs and arrive at the servers.
 */

/**
 * @typedef {Record<string, unknown>} Json
 *
 * @typedef {import('../workflows.mjs').WorkflowNode} WorkflowNode
 *
 * @typedef {object} InputFile a binary file of an item
 * @property {string} name
 * @property {string} [text] its content, in UTF-8
 * @property {string} [base64] the same for what is no text
 * @property {number} [bytes] the same for so many bytes of any kind
 * @property {string} [type] default: text/csv
 * @property {boolean} [inMemory] in the item itself, as base64; default: in n8n's binary store
 * @property {Json} [raw] instead of all this: what stands in the item
 *
 * @typedef {object} InputItem
 * @property {Json} [json]
 * @property {Record<string, InputFile>} [files] by binary field
 *
 * @typedef {object} FailedItem an item on the error output
 * @property {number} item the number of the input item, from 0
 * @property {unknown} error its reason: a pattern
 * @property {string} [file] the name of its file, where the input item has several
 *
 * @typedef {object} Seen all that is known of a case that has run
 * @property {import('../workflows.mjs').Execution | undefined} execution
 * @property {number} tookMs for the items and the Lexer node
 * @property {boolean} hasRun
 * @property {import('../workflows.mjs').Item[]} input
 * @property {import('../workflows.mjs').Item[]} succeeded what came out with success, whichever output it is on
 * @property {import('../workflows.mjs').Item[]} failed the error items
 * @property {string | undefined} thrown the node's own error
 * @property {import('../../sandbox/index.js').LoggedRequest[]} requests for the case's files
 * @property {import('../../sandbox/index.js').FaultRule[]} unused faults of the case that no request has met
 * @property {import('../../sandbox/objects.js').StoredObject[]} stored of the case's files
 * @property {string[]} hints that the node shows
 * @property {(file: Json) => Promise<string | undefined>} textOf the content of a binary file that came out
 * @property {string[]} secrets that must not come out
 *
 * @typedef {object} Case
 * @property {string} name a sentence about behaviour
 * @property {InputItem[] | string | WorkflowNode[]} items or the JavaScript of a Code node that gives them,
 *   or nodes of any kind, one after another
 * @property {Json} [lexer] the node's parameters
 * @property {'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow'} [onError] default: the first
 * @property {string | null} [credential] the ID of one of the suite's; null: none at all
 * @property {Json} [settings] of the workflow, which is one of its own then
 * @property {string | false} [skip] why it cannot run here
 * @property {import('../../sandbox/index.js').FaultRule[]} [faults] each for one of the case's files
 * @property {Array<string | RegExp>} [names] of files of the case, where neither its items nor its
 *   parameters have them
 * @property {boolean} [alone] runs in a workflow of its own beside the others, since it takes time; so does
 *   what stops its execution
 * @property {boolean} [loop] runs the node once for each item (Loop Over Items)
 * @property {unknown[]} [delivered] the JSON of the success output's items, as far as it matters
 * @property {FailedItem[]} [failed] in any order
 * @property {unknown} [stopped] the text of the error that ends the execution: a pattern
 * @property {Record<string, unknown>} [stored] by file name: the text that arrived, or the records of NDJSON
 * @property {unknown[]} [attached] for each item of the success output the records of its binary file `rejected`;
 *   undefined where it has none
 * @property {{ api?: number, s3?: number }} [asked] requests for the case's files
 * @property {(seen: Seen) => string[] | Promise<string[]>} [also] finds what else is wrong
 */

export {};
