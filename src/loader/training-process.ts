import { packModel } from './model-file';
import { train } from '../router/training/train';
import type { TrainingInput, TrainingReply } from './train-in-child-process';

/** The whole of a process that trains one model: it takes the examples as a message, and sends the model back as one. */
process.once('message', (input: TrainingInput) => {
  process.send?.(replyTo(input), () => {
    process.exit();
  });
});

function replyTo({ book, examples }: TrainingInput): TrainingReply {
  try {
    return { model: packModel(train(book, examples)) };
  } catch (error) {
    return { failure: String(error) };
  }
}
