"""The source notebook's training step in PyTorch, timed as it is told to.

The argument is a workload as JSON; each line read is a number of steps, each line written the
milliseconds per step and the last loss, as src/native.rs does. `cargo xtask bench` runs it.
"""

import json
import math
import sys
import time

import torch
from torch.utils.data import DataLoader, TensorDataset

BATCHES = 68


class Network(torch.nn.Module):
    def __init__(self, hidden, layers):
        super().__init__()
        self.linear_1 = torch.nn.Linear(1, hidden)
        self.relu = torch.nn.ReLU()
        self.lstm = torch.nn.LSTM(hidden, hidden, num_layers=layers, batch_first=True)
        self.dropout = torch.nn.Dropout(0.2)
        self.linear_2 = torch.nn.Linear(layers * hidden, 1)

    def forward(self, windows):  # [batch, window, 1]
        _, (hidden, _) = self.lstm(self.relu(self.linear_1(windows)))
        last = hidden.permute(1, 0, 2).reshape(len(windows), -1)
        return self.linear_2(self.dropout(last))[:, 0]


def indexed(windows, targets, batch):
    """Batches gathered from the resident data by index: the leanest loop PyTorch allows."""
    while True:
        order = torch.randperm(len(targets), device=targets.device)
        for rows in order.split(batch):
            yield windows[rows], targets[rows]


def loaded(windows, targets, batch):
    """Batches from a DataLoader, as in the notebook."""
    loader = DataLoader(TensorDataset(windows, targets), batch_size=batch, shuffle=True)
    while True:
        yield from loader


def main():
    workload = json.loads(sys.argv[1])
    device = torch.device(workload["device"])
    torch.set_num_threads(workload["threads"])
    torch.manual_seed(1)
    batch, window = workload["batch"], workload["window"]
    rows = BATCHES * batch
    inputs = torch.tensor([math.sin(i * 0.21) + 0.4 * math.cos(i * 0.067) for i in range(rows + window)])
    windows = inputs.unfold(0, window, 1)[:rows].unsqueeze(-1).contiguous().to(device)
    targets = inputs[window:].contiguous().to(device)
    batches = (loaded if workload["loop"] == "notebook" else indexed)(windows, targets, batch)

    network = Network(workload["hidden"], workload["layers"]).to(device)
    network.train()
    criterion = torch.nn.MSELoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-9)

    for line in sys.stdin:
        steps = int(line)
        started = time.perf_counter()
        for _ in range(steps):
            x, y = next(batches)
            optimizer.zero_grad()
            loss = criterion(network(x), y)
            loss.backward()
            optimizer.step()
            value = loss.item()
        elapsed = (time.perf_counter() - started) * 1e3
        print(json.dumps({"ms_per_step": elapsed / steps, "loss": value}), flush=True)


if __name__ == "__main__":
    main()
